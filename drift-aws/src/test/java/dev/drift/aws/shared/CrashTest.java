package dev.drift.aws.shared;

import static dev.drift.aws.shared.SharedScene.lease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedProvider;
import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.ProviderMethod;
import dev.drift.observation.EnvironmentLease;
import dev.drift.value.Value;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that die or hang under the calls of several stacks. */
class CrashTest {

    private static final Map<String, Value> FRANKFURT = Map.of("region", Value.of("eu-central-1"));

    @TempDir
    private Path folder;

    private SharedScene scene;

    @BeforeEach
    void setUp() throws Exception {
        scene = new SharedScene(folder);
    }

    @Test
    void whatWasUnderWayWhenAProviderDiedIsAskedAgain() throws Exception {
        scene.crashOnce("unlucky");
        try (SharedProviders source = scene.source();
                EnvironmentLease lease = lease(source, scene.stack());
                Tool tool = Tool.with(lease)) {
            tool.configure(FRANKFURT);
            long first = tool.process();

            assertThat(tool.read("aws_sqs_queue", "unlucky")).isEqualTo(Tool.reading("aws_sqs_queue", "unlucky"));

            assertThat(tool.process()).isNotEqualTo(first);
            assertThat(lease.withdrawal()).isEmpty();
        }
        assertThat(scene.journal()).containsOnlyOnce("PrepareProviderConfig");
    }

    @Test
    void readThatKillsTwiceIsQuarantinedAndOthersGoOn() throws Exception {
        scene.with(ScriptedProvider.CRASH, "poison");
        try (SharedProviders source = scene.source();
                EnvironmentLease lease = lease(source, scene.stack());
                EnvironmentLease other = lease(source, scene.stack());
                Tool tool = Tool.with(lease);
                Tool neighbour = Tool.with(other)) {
            tool.configure(FRANKFURT);
            neighbour.configure(FRANKFURT);
            CompletableFuture<byte[]> poisoned = tool.calling("ReadResource", Tool.reading("aws_sqs_queue", "poison"));
            List<CompletableFuture<byte[]>> healthy = IntStream.range(0, 20)
                    .mapToObj(at -> neighbour.calling("ReadResource", Tool.reading("aws_sqs_queue", "q-" + at)))
                    .toList();

            assertThat(Diagnostic.of(ProviderMethod.READ, poisoned.join()))
                    .singleElement()
                    .matches(Diagnostic::isError)
                    .extracting(Diagnostic::summary)
                    .isEqualTo("the provider crashed twice while reading this resource");
            IntStream.range(0, 20)
                    .forEach(at ->
                            assertThat(healthy.get(at).join()).isEqualTo(Tool.reading("aws_sqs_queue", "q-" + at)));

            long reads = reads();
            assertThat(Diagnostic.of(ProviderMethod.READ, neighbour.read("aws_sqs_queue", "poison")))
                    .singleElement()
                    .matches(Diagnostic::isError);
            assertThat(reads()).isEqualTo(reads);
            assertThat(lease.withdrawal()).isEmpty();
            lease.failed("Error: the provider crashed twice while reading this resource");
            assertThat(lease.withdrawal()).isEmpty();
        }
    }

    @Test
    void checkThatKillsBeforeConfigurationIsQuarantinedToo() throws Exception {
        scene.with(ScriptedProvider.CRASH, "poison");
        try (SharedProviders source = scene.source();
                EnvironmentLease lease = lease(source, scene.stack());
                Tool tool = Tool.with(lease)) {
            byte[] answer = tool.call("ValidateResourceTypeConfig", Tool.reading("aws_sqs_queue", "poison"));

            assertThat(Diagnostic.of(ProviderMethod.CHECK_RESOURCE, answer))
                    .singleElement()
                    .matches(Diagnostic::isError);
            assertThat(tool.call("ValidateResourceTypeConfig", new byte[0])).isEmpty();
        }
    }

    @Test
    void processThatHangsGetsNothingNewAndEndsWhenNobodyWaits() throws Exception {
        scene.with(ScriptedProvider.HANG, "slow");
        try (SharedProviders source = scene.source();
                EnvironmentLease lease = lease(source, scene.stack());
                Tool patient = Tool.with(lease)) {
            patient.configure(FRANKFURT);
            long hanging = patient.process();
            try (Tool impatient = Tool.with(lease)) {
                impatient.configure(FRANKFURT);
                CompletableFuture<byte[]> reading =
                        impatient.calling("ReadResource", Tool.reading("aws_sqs_queue", "slow"));
                await().until(() -> reads() == 1);
                assertThat(reading).isNotDone();
            }

            await().until(() -> patient.process() != hanging);
            await().until(() ->
                    ProcessHandle.of(hanging).filter(ProcessHandle::isAlive).isEmpty());
        }
    }

    @Test
    void providerThatRefusesIsNotTakenForDead() throws Exception {
        scene.with(ScriptedProvider.REFUSE, "refused");
        try (SharedProviders source = scene.source();
                EnvironmentLease lease = lease(source, scene.stack());
                Tool tool = Tool.with(lease)) {
            tool.configure(FRANKFURT);
            long process = tool.process();

            assertThat(catchThrowableOfType(StatusRuntimeException.class, () -> tool.read("aws_sqs_queue", "refused"))
                            .getStatus()
                            .getDescription())
                    .isEqualTo("not today");
            assertThat(tool.process()).isEqualTo(process);
        }
    }

    @Test
    void providerKilledFromOutsideIsReplaced() throws Exception {
        try (SharedProviders source = scene.source();
                EnvironmentLease lease = lease(source, scene.stack());
                Tool tool = Tool.with(lease)) {
            tool.configure(FRANKFURT);
            ProcessHandle killed = ProcessHandle.of(tool.process()).orElseThrow();
            killed.destroyForcibly();
            await().until(() -> !killed.isAlive());

            assertThat(tool.read("aws_sqs_queue", "q")).isEqualTo(Tool.reading("aws_sqs_queue", "q"));

            assertThat(tool.process()).isNotEqualTo(killed.pid());
        }
    }

    private long reads() {
        try {
            return scene.journal().stream().filter("ReadResource"::equals).count();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
