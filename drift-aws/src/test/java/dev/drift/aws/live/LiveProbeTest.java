package dev.drift.aws.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.shared.PlanMemory;
import dev.drift.aws.testing.ScriptedProvider;
import dev.drift.code.CodeDigest;
import dev.drift.code.StackCode;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.testing.Observations;
import dev.drift.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveProbeTest {

    private static final Map<String, Value> FRANKFURT = Map.of("region", Value.of("eu-central-1"));

    @TempDir
    private static Path first;

    private static LiveScene earlier;

    @TempDir
    private Path folder;

    private LiveScene scene;

    @BeforeAll
    static void planOnce() throws Exception {
        earlier = new LiveScene(first);
        assertThat(earlier.look()).isEqualTo(LiveScene.still(2));
        earlier.close();
    }

    @BeforeEach
    void setUp() throws Exception {
        scene = LiveScene.after(earlier, folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatWasPlannedOnceIsOnlyReadAsLongAsNothingMoves() throws Exception {
        Observation seen = scene.look();

        assertThat(scene.plans()).isZero();
        assertThat(seen.agreesWith(LiveScene.still(2))).isTrue();
        assertThat(seen.codeSide()).isEqualTo(new CodeSide.Remembered(Instant.parse("2026-01-02T03:04:05Z")));
        assertThat(scene.shared().journal().stream().filter("ReadResource"::equals))
                .hasSize(2);

        scene.live("two", 31);
        scene.drift();

        assertThat(scene.look()).isEqualTo(Observations.scaled());
        assertThat(scene.said()).containsExactly("planned: aws_sqs_queue.q[\"two\"] is not as it was recorded");
        assertThat(scene.remembered()).isEmpty();
    }

    @Test
    void objectThatIsGoneIsPlanned() throws Exception {
        scene.shared().answer("ReadResource@one", new byte[0]);

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.plans()).isEqualTo(1);
    }

    static List<UnaryOperator<StackCode>> otherCode() {
        return List.of(
                code -> with(code, CodeDigest.of("1"), code.resourceTypes()),
                code -> with(code, new CodeDigest("0", Set.of("file() reads what is not known")), code.resourceTypes()),
                code -> with(code, code.digest(), Set.of("aws_sqs_queue", "random_id")));
    }

    private static StackCode with(StackCode code, CodeDigest digest, Set<String> types) {
        return new StackCode(code.tool(), code.state(), code.providers(), types, code.ignores(), digest);
    }

    @ParameterizedTest
    @MethodSource("otherCode")
    void otherCodeIsPlanned(UnaryOperator<StackCode> change) throws Exception {
        scene.code(change);

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.plans()).isEqualTo(1);
    }

    @Test
    void codeThatDependsOnMoreThanItselfIsNeverRemembered() throws Exception {
        scene.configuring(FRANKFURT);
        scene.code(code -> with(code, new CodeDigest("1", Set.of("file() reads it")), code.resourceTypes()));

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);

        assertThat(scene.remembered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TF_VAR_size=31",
                "AWS_REGION=eu-west-1",
                "AWS_ACCESS_KEY_ID=ASIAY34FZKBOKMUTVV7A",
                "TF_CLI_ARGS_plan=-target=aws_sqs_queue.q"
            })
    void otherVariablesArePlanned(String variable) throws Exception {
        scene.with(variable.split("=", 2)[0], variable.split("=", 2)[1]);

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.plans()).isEqualTo(1);
    }

    @Test
    void newCredentialsOfTheSameAccountAreNoReasonToPlan() throws Exception {
        scene.configuring(FRANKFURT);
        scene.with("AWS_ACCESS_KEY_ID", "ASIAY34FZKBOKMUTVV7A").with("AWS_SESSION_TOKEN", "first");
        scene.look();
        scene.with("AWS_ACCESS_KEY_ID", "ASIAY34FZKBOLZZZZZZZ").with("AWS_SESSION_TOKEN", "second");
        scene.with("GITHUB_RUN_ID", "2");

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Remembered.class);
    }

    @Test
    void stateThatWasWrittenAgainIsPlanned() throws Exception {
        scene.configuring(FRANKFURT);
        scene.state(2, LiveScene.instance("one") + "," + LiveScene.instance("two"));

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Remembered.class);
    }

    @Test
    void planGrowsTooOld() throws Exception {
        scene.later(Duration.ofHours(24));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Remembered.class);

        scene.later(Duration.ofMinutes(1));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
    }

    @Test
    void otherCircumstancesArePlanned() throws Exception {
        scene.settings(settings -> settings.remembering(PlanMemory.STANDARD.under("tofu")));

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {", \"status\": \"tainted\"", ", \"deposed\": \"0badcafe\"", ", \"attributes_flat\": {}"})
    void objectThatIsNotAsAnApplyLeavesItIsPlanned(String more) throws Exception {
        scene.configuring(FRANKFURT);
        String instances = LiveScene.instance("one") + "," + LiveScene.instance("two", more);
        scene.state(2, more.contains("deposed") ? instances + "," + LiveScene.instance("three") : instances);
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
    }

    @Test
    void lockedStateIsLeftToTheWatch() throws Exception {
        Files.writeString(scene.shared().directory().resolve(".terraform.tfstate.lock.info"), "{\"Who\":\"ada@box\"}");

        ProbeException thrown = catchThrowableOfType(ProbeException.class, () -> scene.look());

        assertThat(thrown.phase()).isEqualTo(ProbePhase.LOCK);
        assertThat(scene.plans()).isZero();
    }

    @Test
    void readThatFailsOrKillsItsProviderIsPlanned() throws Exception {
        scene.configuring(FRANKFURT);
        scene.with(ScriptedProvider.REFUSE, "two");
        scene.look();
        assertThat(scene.said()).singleElement().asString().contains("cannot be read");

        scene.with(ScriptedProvider.REFUSE, "nothing").with(ScriptedProvider.CRASH, "two");
        scene.look();
        assertThat(scene.said()).singleElement().asString().contains("cannot be read");
        assertThat(scene.plans()).isEqualTo(2);
    }

    @Test
    void interruptedLookEndsAtOnceAndIsNotPlanned() throws Exception {
        scene.with(ScriptedProvider.HANG, "two");
        try (LiveScene.Run run = scene.run()) {
            FutureTask<Observation> look = new FutureTask<>(run::look);
            Thread thread = new Thread(look, "interrupted look");
            thread.start();
            await().until(() -> scene.shared().journal().stream()
                            .filter("UpgradeResourceState"::equals)
                            .count()
                    == 2);

            thread.interrupt();

            thread.join(TimeUnit.SECONDS.toMillis(30));
            assertThat(thread.isAlive()).isFalse();
            assertThat(catchThrowableOfType(java.util.concurrent.ExecutionException.class, look::get))
                    .cause()
                    .isInstanceOfSatisfying(
                            ProbeException.class,
                            cancelled -> assertThat(cancelled.phase()).isEqualTo(ProbePhase.CANCELLED));
        }
        assertThat(scene.plans()).isZero();
    }

    @Test
    void plainLookThatSeesMoreMakesThePlanForgotten() throws Exception {
        try (LiveScene.Run run = scene.run()) {
            assertThat(run.look().codeSide()).isInstanceOf(CodeSide.Remembered.class);
            scene.planning().at(LiveScene.WEB, request -> Observations.scaled());

            assertThat(run.lookPlainly()).isEqualTo(Observations.scaled());
        }
        assertThat(scene.remembered()).isEmpty();
    }

    @Test
    void planThatFailsMakesTheOneBeforeItForgotten() throws Exception {
        scene.live("one", 31);
        scene.planning().at(LiveScene.WEB, request -> {
            throw new ProbeException(ProbePhase.PLAN, "a check of the code fails");
        });

        assertThat(catchThrowableOfType(ProbeException.class, scene::look)).isNotNull();
        assertThat(scene.remembered()).isEmpty();
    }

    @Test
    void codeThatChangesWhileItIsPlannedIsNotRemembered() throws Exception {
        scene.live("one", 31);
        scene.planning().at(LiveScene.WEB, request -> {
            scene.code(code -> with(code, CodeDigest.of("1"), code.resourceTypes()));
            return LiveScene.still(2);
        });

        scene.look();

        assertThat(scene.remembered()).isEmpty();
    }

    @Test
    void lookUnderAWithdrawnLeaseIsNotRemembered() throws Exception {
        scene.live("one", 31);
        try (LiveScene.Run run = scene.run()) {
            scene.planning().at(LiveScene.WEB, request -> {
                request.lease().withdraw("odd");
                return LiveScene.still(2);
            });
            run.look();
        }
        assertThat(scene.remembered()).isEmpty();
    }
}
