package dev.drift.aws.shared;

import static dev.drift.aws.shared.SharedScene.SOURCE;
import static dev.drift.aws.shared.SharedScene.VERSION;
import static dev.drift.aws.shared.SharedScene.lease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.code.CodeException;
import dev.drift.code.IacTool;
import dev.drift.code.IgnoreChanges;
import dev.drift.code.ProviderLock;
import dev.drift.code.ProviderUse;
import dev.drift.code.StackCode;
import dev.drift.observation.EnvironmentLease;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedProvidersTest {

    @TempDir
    private Path folder;

    private SharedScene scene;

    @BeforeEach
    void setUp() throws Exception {
        scene = new SharedScene(folder);
    }

    @Test
    void lendsAProviderThatNoToolWillEnd() {
        try (SharedProviders source = scene.source();
                EnvironmentLease lease = lease(source, scene.stack())) {
            Value entry = Tool.entries(lease).field(SOURCE);

            assertThat(lease.manner()).contains("shared");
            assertThat(lease.note()).isEmpty();
            assertThat(entry.field("Protocol")).hasToString("grpc");
            assertThat(entry.field("ProtocolVersion")).hasToString("5");
            assertThat(entry.field("Test")).isEqualTo(Value.of(true));
            assertThat(entry.field("Pid"))
                    .isEqualTo(Value.of(ProcessHandle.current().pid()));
            assertThat(entry.field("Addr").field("Network")).hasToString("unix");
        }
    }

    @Test
    void socketLiesInAPrivateFolderAndGoesWithItsLease() throws Exception {
        Path socket;
        try (SharedProviders source = scene.source()) {
            EnvironmentLease lease = lease(source, scene.stack());
            socket = Tool.socket(Tool.entries(lease).field(SOURCE));
            assertThat(Files.exists(socket)).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                    .isEqualTo("rwx------");

            lease.close();

            assertThat(Files.exists(socket)).isFalse();
            assertThat(Files.exists(socket.getParent())).isTrue();
        }
        assertThat(Files.exists(socket.getParent())).isFalse();
    }

    @Test
    void noSocketIsMadeForALeaseThatNoToolNeeds() throws Exception {
        try (SharedProviders source = scene.source();
                EnvironmentLease needed = lease(source, scene.stack());
                EnvironmentLease unneeded = lease(source, scene.stack())) {
            Path sockets = Tool.socket(Tool.entries(needed).field(SOURCE)).getParent();
            assertThat(socketsIn(sockets)).isEqualTo(1);

            assertThat(Tool.socket(Tool.entries(unneeded).field(SOURCE))).exists();
            assertThat(socketsIn(sockets)).isEqualTo(2);
        }
    }

    @Test
    void leaseIsWithdrawnIfNoSocketCanBeMadeForItsTool() throws Exception {
        try (SharedProviders source = scene.source();
                EnvironmentLease first = lease(source, scene.stack());
                EnvironmentLease second = lease(source, scene.stack())) {
            Path socket = Tool.socket(Tool.entries(first).field(SOURCE));
            Path moved = Files.move(socket.getParent(), folder.resolve("moved"));

            assertThat(second.variables()).doesNotContainKey("TF_REATTACH_PROVIDERS");
            assertThat(second.withdrawal())
                    .hasValueSatisfying(reason -> assertThat(reason).startsWith("no socket can be made"));
            assertThat(first.withdrawal()).isEmpty();
            Files.move(moved, socket.getParent());
        }
    }

    @Test
    void closedLeaseMakesNoSocketAnyMore() {
        try (SharedProviders source = scene.source()) {
            EnvironmentLease lease = lease(source, scene.stack());
            lease.close();

            assertThat(lease.variables()).doesNotContainKey("TF_REATTACH_PROVIDERS");
            assertThat(lease.withdrawal()).isPresent();
        }
    }

    private static long socketsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("s"))
                    .count();
        }
    }

    @Test
    void closingEndsAllProcessesAndThreads() {
        SharedProviders source = scene.source();
        EnvironmentLease lease = lease(source, scene.stack());
        long process;
        try (Tool tool = Tool.with(lease)) {
            process = tool.process();
        }
        assertThat(ProcessHandle.of(process)).isPresent();

        source.close();

        await().untilAsserted(() -> assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive))
                .isEmpty());
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("drift-shared")));
    }

    @ParameterizedTest
    @EnumSource(IacTool.class)
    void toolsOfBothRegistriesFindTheirProvider(IacTool tool) {
        StackCode code = scene.code();
        StackCode asked = new StackCode(
                tool, code.state(), code.providers(), code.resourceTypes(), code.ignores(), code.digest());
        try (SharedProviders source = scene.source(directory -> asked);
                EnvironmentLease lease = lease(source, scene.stack())) {
            Value entries = Tool.entries(lease);

            assertThat(entries.field(SOURCE).isNull()).isFalse();
            assertThat(entries.field("registry.opentofu.org/hashicorp/aws"))
                    .isEqualTo(tool == IacTool.TERRAFORM ? Value.ofNull() : entries.field(SOURCE));
        }
    }

    @Test
    void stackWithoutAProviderToShareGetsWhatLiesBelow() {
        ProviderUse other =
                new ProviderUse("registry.terraform.io/hashicorp/random", Optional.empty(), Optional.empty(), Map.of());
        StackCode code = SharedScene.code(IacTool.TERRAFORM, IgnoreChanges.NONE, other);

        try (SharedProviders source = scene.source(directory -> code);
                EnvironmentLease lease = lease(source, scene.stack())) {
            assertThat(lease.variables()).isEmpty();
            assertThat(lease.manner()).isEmpty();
            assertThat(lease.note()).isEmpty();
        }
    }

    @Test
    void unlockedProviderIsNotShared() {
        StackCode code = SharedScene.code(IacTool.TERRAFORM, Optional.empty(), IgnoreChanges.NONE);

        assertThatIsPlain(scene.source(directory -> code), "no lock file");
    }

    @Test
    void providerThatIsNotWhatWasLockedIsNotShared() throws Exception {
        ProviderLock lock = new ProviderLock(VERSION, Set.of("h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0="));
        StackCode code = SharedScene.code(IacTool.TERRAFORM, Optional.of(lock), IgnoreChanges.NONE);

        assertThatIsPlain(scene.source(directory -> code), "not what was locked");
        assertThat(scene.journal()).isEmpty();
    }

    @Test
    void providerThatDoesNotStartIsNotShared() {
        assertThatIsPlain(scene.with("SCRIPT_START", "exit").source(), "ended before it shook hands");
    }

    @Test
    void codeThatCannotBeReadIsLeftToItsTool() {
        SharedProviders source = scene.source(directory -> {
            throw new CodeException("main.tf:1:1: what is this");
        });

        assertThatIsPlain(source, "code cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "TF_REATTACH_PROVIDERS, {}, is set already",
        "TF_CLI_ARGS_init, -upgrade, TF_CLI_ARGS_init",
        "TF_CLI_ARGS, -lock=false -plugin-dir=/x, TF_CLI_ARGS",
        "AWS_CONFIG_FILE, config/aws, AWS_CONFIG_FILE"
    })
    void environmentThatAsksForAProviderOfItsOwnIsObeyed(String name, String value, String reason) {
        assertThatIsPlain(scene.with(name, value).source(), reason);
    }

    @Test
    void plansAskMoreAtOnce() {
        try (SharedProviders source =
                        scene.with("TF_CLI_ARGS_plan", "-compact-warnings").source();
                EnvironmentLease lease = lease(source, scene.stack())) {
            assertThat(lease.variables()).containsEntry("TF_CLI_ARGS_plan", "-compact-warnings -parallelism=50");
        }
    }

    @ParameterizedTest
    @CsvSource({"TF_CLI_ARGS_plan, -parallelism=3", "TF_CLI_ARGS, --parallelism 3"})
    void whoSaidHowMuchAtOnceIsObeyed(String name, String value) {
        try (SharedProviders source = scene.with(name, value).source();
                EnvironmentLease lease = lease(source, scene.stack())) {
            assertThat(lease.manner()).contains("shared");
            assertThat(lease.variables()).doesNotContainKey("TF_CLI_ARGS_plan");
        }
    }

    @Test
    void toolsCollectTheirGarbageSeldom() {
        try (SharedProviders source = scene.source();
                EnvironmentLease lease = lease(source, scene.stack())) {
            assertThat(lease.variables()).containsEntry("GOGC", "1600").containsEntry("GOMEMLIMIT", "256MiB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOGC", "GOMEMLIMIT"})
    void whoSaidHowToCollectIsObeyed(String name) {
        try (SharedProviders source = scene.with(name, "50").source();
                EnvironmentLease lease = lease(source, scene.stack())) {
            assertThat(lease.variables()).doesNotContainKeys("GOGC", "GOMEMLIMIT");
        }
    }

    private void assertThatIsPlain(SharedProviders source, String reason) {
        try (source;
                EnvironmentLease lease = lease(source, scene.stack())) {
            assertThat(lease.manner()).contains("plain");
            assertThat(lease.note().orElse(""))
                    .startsWith("planned with a provider of its own: ")
                    .contains(reason);
            assertThat(lease.variables()).isEmpty();
        }
    }
}
