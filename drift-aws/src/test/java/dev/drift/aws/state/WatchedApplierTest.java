package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.provision.Applier;
import dev.drift.provision.ApplyResult;
import dev.drift.provision.HeldPlan;
import dev.drift.stack.Stack;
import dev.drift.testing.ApplierContract;
import dev.drift.testing.InMemoryCode;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedApplierTest extends ApplierContract {

    private static final String LOCK = """
            {"ID": "6b3c-1", "Operation": "OperationTypeApply", "Who": "anna@ci", "Created": "2026-11-23T04:05:06.789Z"}
            """;
    private static final String HELD = "the state is locked by anna@ci since 2026-11-23T04:05:06Z (OperationTypeApply);"
            + " if nobody works on it any more, look at what became of that work, then"
            + " delete .one.tfstate.lock.info beside it";

    @TempDir
    Path states = Path.of("");

    private final StateStore store = StateStore.standard();
    private final ScriptedApplier scripted = new ScriptedApplier()
            .failingToPlan("/unplannable", "Error: no such module")
            .failingToApply("/unappliable", "Error: access denied")
            .hangingAt("/lasting");
    private Applier applier = scripted;

    @BeforeEach
    void watch() throws IOException {
        Files.writeString(states.resolve("one.tfstate"), SampleStates.state(1));
        applier = watching(Map.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Applier applier() {
        return applier;
    }

    @Override
    protected Stack fresh() {
        return Stacks.stack("/fresh");
    }

    @Override
    protected Stack unplannable() {
        return Stacks.stack("/unplannable");
    }

    @Override
    protected Stack unappliable() {
        return Stacks.stack("/unappliable");
    }

    @Override
    protected Stack lasting() {
        return Stacks.stack("/lasting");
    }

    @Override
    protected boolean isAnythingLeft() {
        return scripted.held() > 0;
    }

    @Test
    void doesNotPlanOverALockThatSomebodyHoldsOrLeft() throws Exception {
        lock();

        ProbeException refused = catchThrowableOfType(ProbeException.class, () -> applier.plan(asked(fresh())));

        assertThat(refused.phase()).isEqualTo(ProbePhase.LOCK);
        assertThat(refused.reason()).isEqualTo(HELD);
        assertThat(scripted.planned()).isEmpty();
        assertThat(states.resolve(".one.tfstate.lock.info"))
                .as("is never taken away")
                .hasContent(LOCK.strip());
    }

    @Test
    void leavesWaitingToAToolThatIsToldToWait() throws Exception {
        lock();

        try (HeldPlan plan =
                watching(Map.of("TF_CLI_ARGS_plan", "-lock-timeout=5m")).plan(asked(fresh()))) {
            assertThat(plan.isEmpty()).isFalse();
        }
    }

    @Test
    void saysWhatLockAnApplyLeftThatDidNotComeToItsEnd() throws Exception {
        scripted.at(
                "/killed",
                request -> HeldPlan.of(
                        ScriptedApplier.planning(dev.drift.observation.ChangeAction.CREATE, 1),
                        () -> {
                            lock();
                            return new ApplyResult.Incomplete(
                                    "killed", List.of("a: Creation complete"), Optional.empty());
                        },
                        () -> {}));

        try (HeldPlan plan = applier.plan(asked(Stacks.stack("/killed")))) {
            Thread.currentThread().interrupt();
            ApplyResult result = plan.apply();

            assertThat(Thread.interrupted()).as("is told to whoever comes next").isTrue();
            assertThat(result)
                    .isEqualTo(new ApplyResult.Incomplete(
                            "killed; " + HELD, List.of("a: Creation complete"), Optional.empty()));
        }
    }

    @Test
    void saysWhoTookTheLockBeforeTheToolCould() {
        scripted.at("/late", request -> {
            lock();
            throw new ProbeException(ProbePhase.LOCK, "Error: Error acquiring the state lock");
        });

        assertThat(catchThrowableOfType(ProbeException.class, () -> applier.plan(asked(Stacks.stack("/late"))))
                        .reason())
                .isEqualTo(HELD);
    }

    @Test
    void namesTheLockOfABucketOnlyWhereItsIdIsOne() {
        StatePlace bucket = new StatePlace.InBucket(
                "states",
                "one",
                new StatePlace.LockKinds(true, Optional.empty()),
                Optional.empty(),
                new Settings(Map.of(), Map.of()));

        assertThat(new HeldLock(LockText.read(LOCK), bucket, IacTool.TOFU).spoken())
                .endsWith("then run 'tofu force-unlock 6b3c-1'");
        assertThat(new HeldLock(LockText.read(LOCK.replace("6b3c-1", "x; rm -rf ~")), bucket, IacTool.TOFU).spoken())
                .endsWith("then run 'tofu force-unlock LOCK_ID'")
                .doesNotContain("rm -rf");
    }

    private Applier watching(Map<String, String> environment) {
        StackCode code = SampleStates.code(
                IacTool.TOFU,
                SampleStates.backend(
                        "local", Map.of("path", states.resolve("one.tfstate").toString())));
        InMemoryCode everywhere = new InMemoryCode(
                java.util.stream.Stream.of("/fresh", "/unplannable", "/unappliable", "/lasting", "/killed", "/late")
                        .collect(java.util.stream.Collectors.toMap(
                                path -> Stacks.stack(path).directory(), path -> code)));
        return StateWatch.reading(everywhere, store, environment).around(scripted);
    }

    private void lock() {
        try {
            Files.writeString(states.resolve(".one.tfstate.lock.info"), LOCK);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ProbeRequest asked(Stack stack) {
        return new ProbeRequest(stack, EnvironmentLease.of(Map.of()), Duration.ofMinutes(5), line -> {});
    }
}
