package dev.drift.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import dev.drift.observation.ProbePhase;
import dev.drift.sink.Delivery;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.InMemoryChanges;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.testing.RecordingProvisions;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProvisionRunTest {

    private final Stack network = Stacks.stack("/network", "environment/prod");
    private final Stack service = Stacks.stack("/service", "environment/prod");
    private final Stack stranger = Stacks.stack("/stranger", "environment/prod");
    private final InMemoryCatalog catalog =
            InMemoryCatalog.of(network, service, stranger).ordering(service, "/network");
    private final ScriptedApplier applier = new ScriptedApplier();
    private final RecordingProvisions told = new RecordingProvisions();

    @Test
    void appliesInRunOrderOneAfterTheOther() {
        InMemoryCatalog turned = InMemoryCatalog.of(network, service).ordering(network, "/service");

        ProvisionReport report =
                ProvisionRun.over(turned).applying(applier).build().execute().report();

        assertThat(applier.applied()).containsExactly("/service", "/network");
        assertThat(report.verdict()).isEqualTo(ProvisionVerdict.DONE);
    }

    @Test
    void doesNotApplyAPlanThatDoesNotSayWhatItDoes() {
        applier.silentAt("/network");

        ProvisionReport report = run().build().execute().report();

        assertThat(applier.applied()).containsExactly("/stranger");
        assertThat(applier.held()).isZero();
        assertThat(report.stacks())
                .filteredOn(stack -> stack.stack().equals(network))
                .singleElement()
                .satisfies(stack -> assertThat(stack.outcome())
                        .isInstanceOfSatisfying(
                                ProvisionOutcome.Failed.class,
                                failed -> assertThat(failed.reason()).contains("does not say what it does")));
    }

    @Test
    void appliesNothingTheSecondTime() {
        ProvisionRun run = run().build();
        run.execute();

        ProvisionReport second = run.execute().report();

        assertThat(applier.applied()).hasSize(3).doesNotHaveDuplicates();
        assertThat(second.count(ProvisionStatus.UNCHANGED)).isEqualTo(3);
        assertThat(second.verdict()).isEqualTo(ProvisionVerdict.DONE);
    }

    @Test
    void appliesOnlyWhatChangedAndSaysWhy() {
        ProvisionReport report =
                run().changed(InMemoryChanges.of(service)).build().execute().report();

        assertThat(applier.applied()).containsExactly("/service");
        assertThat(report.stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.why()).contains("/service/main.tf changed"));
        assertThat(report.skipped()).extracting(skipped -> skipped.reason()).containsOnly("not changed");
    }

    @Test
    void isDoneWhereNothingChanged() {
        ProvisionReport report =
                run().changed(InMemoryChanges.of()).build().execute().report();

        assertThat(applier.planned()).isEmpty();
        assertThat(report.verdict()).isEqualTo(ProvisionVerdict.DONE);
    }

    @Test
    void refusesASelectionOfNothing() {
        assertThatThrownBy(() -> run().selecting(Selector.parse("Environment:qa"))
                        .build()
                        .execute())
                .isInstanceOf(InvalidConfigException.class);
    }

    @Test
    void namesTheStackThatStoppedAnother() {
        applier.failingToApply("/network", "Error: access denied");

        ProvisionReport report = run().build().execute().report();

        assertThat(provision(report, service).outcome())
                .isEqualTo(new ProvisionOutcome.NotDone("it depends on /network, which failed"));
        assertThat(provision(report, network).outcome())
                .isInstanceOfSatisfying(
                        ProvisionOutcome.Failed.class,
                        failed -> assertThat(failed.done()).containsExactly("null_resource.first: Creation complete"));
        assertThat(provision(report, stranger).status()).isEqualTo(ProvisionStatus.APPLIED);
        assertThat(report.verdict()).isEqualTo(ProvisionVerdict.FAILED);
    }

    @Test
    void refusesToDestroyWhereThatIsForbiddenAndSaysWhatItWouldHave() {
        applier.deleting("/network", 2);

        ProvisionReport report =
                run().destroying(DestroyPolicy.NONE).build().execute().report();

        assertThat(provision(report, network).outcome())
                .isInstanceOfSatisfying(
                        ProvisionOutcome.Refused.class,
                        refused -> assertThat(refused.objects())
                                .extracting(object -> object.address().text())
                                .containsExactly("null_resource.n0", "null_resource.n1"));
        assertThat(provision(report, service).outcome())
                .isEqualTo(new ProvisionOutcome.NotDone("it depends on /network, which was refused"));
        assertThat(applier.applied()).containsExactly("/stranger");
        assertThat(applier.held()).isZero();
        assertThat(report.verdict()).isEqualTo(ProvisionVerdict.INCOMPLETE);
    }

    @Test
    void countsWhatTheWholeRunDestroys() {
        applier.deleting("/network", 2).deleting("/service", 2).deleting("/stranger", 1);

        ProvisionReport report =
                run().destroying(DestroyPolicy.atMost(3)).build().execute().report();

        assertThat(applier.applied()).containsExactlyInAnyOrder("/network", "/stranger");
        assertThat(provision(report, service).outcome())
                .isInstanceOfSatisfying(
                        ProvisionOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("2 objects", "no more than 3"));
        assertThat(report.destroyed()).isEqualTo(3);
    }

    @Test
    void looksForDriftInWhatWasApplied() {
        ScriptedProbe probe = new ScriptedProbe().scaledAt("/stranger");
        applier.failingToApply("/network", "Error: access denied");

        ProvisionReport report = run().checking(probe).build().execute().report();

        assertThat(probe.lookedAt()).containsExactly("/stranger");
        assertThat(provision(report, stranger).isDoubtful()).isTrue();
    }

    @Test
    void isIncompleteWhereTheLookAfterwardsCannotTell() {
        ScriptedProbe probe = new ScriptedProbe().failingAt("/service", ProbePhase.PLAN, "no answer");

        ProvisionReport report = run().checking(probe).build().execute().report();

        assertThat(report.count(ProvisionStatus.APPLIED)).isEqualTo(3);
        assertThat(report.verdict()).isEqualTo(ProvisionVerdict.INCOMPLETE);
    }

    @Test
    void letsWhatIsAppliedComeToItsEndWhenItIsStopped() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch applying = new CountDownLatch(1);
        applier.applyingUntil("/network", gate).hangingAt("/stranger");
        CountDownLatch waiting = new CountDownLatch(1);
        ProvisionRun run = run().parallelism(2)
                .telling(new Gate("applying", applying))
                .telling(new Gate("waiting", waiting))
                .build();
        FutureTask<ProvisionReport> execution =
                new FutureTask<>(() -> run.execute().report());
        Thread thread = new Thread(execution, "stopped run");
        thread.start();
        assertThat(applying.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();
        awaitEnd("/stranger");
        thread.interrupt();
        assertThat(execution.isDone()).as("waits for what is applied").isFalse();
        gate.countDown();

        ProvisionReport report = execution.get(30, TimeUnit.SECONDS);
        assertThat(provision(report, network).status()).isEqualTo(ProvisionStatus.APPLIED);
        assertThat(provision(report, stranger).outcome())
                .isEqualTo(new ProvisionOutcome.NotDone("the run was stopped while it was planned"));
        assertThat(provision(report, service).outcome())
                .isEqualTo(new ProvisionOutcome.NotDone("the run was stopped before it was begun"));
        assertThat(applier.held()).isZero();
        assertThat(report.verdict()).isEqualTo(ProvisionVerdict.INCOMPLETE);
    }

    @Test
    void makesAFailureOfWhatBreaks() {
        applier.at("/network", request -> {
            throw new IllegalStateException("password=hunter2");
        });

        ProvisionReport report = run().build().execute().report();

        assertThat(provision(report, network).outcome())
                .isInstanceOfSatisfying(
                        ProvisionOutcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("IllegalStateException")
                                .doesNotContain("hunter2"));
        assertThat(provision(report, stranger).status()).isEqualTo(ProvisionStatus.APPLIED);
    }

    @Test
    void tellsSinksInOrderAndBearsOneThatBreaks() {
        ProvisionSink broken = new ProvisionSink() {
            @Override
            public void on(ProvisionEvent event) {
                throw new IllegalStateException();
            }

            @Override
            public List<Delivery> finish(ProvisionReport report) {
                throw new IllegalStateException();
            }
        };

        ProvisionResult result = ProvisionRun.over(InMemoryCatalog.of(network))
                .applying(applier)
                .telling(broken)
                .telling(told)
                .build()
                .execute();

        assertThat(told.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Begun", "Started", "Planned", "Ended");
        assertThat(told.reports()).containsExactly(result.report());
        assertThat(result.deliveries())
                .extracting(delivery -> delivery.getClass().getSimpleName())
                .containsExactly("Undelivered", "Delivered");
    }

    @Test
    void closesWhatItLeasedAndItsSource() {
        RecordingEnvironments environments = new RecordingEnvironments(Map.of("AWS_PROFILE", "deployer"));

        run().authenticatedBy(environments).build().execute();

        assertThat(environments.leases()).hasSize(3);
        assertThat(environments.open()).isZero();
        assertThat(environments.closings()).isEqualTo(1);
    }

    private void awaitEnd(String path) {
        org.awaitility.Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> told.events().stream()
                        .anyMatch(event -> event instanceof ProvisionEvent.Ended ended
                                && ended.provision().stack().path().value().equals(path)));
    }

    private ProvisionRun.Builder run() {
        return ProvisionRun.over(catalog).applying(applier).telling(told);
    }

    private static StackProvision provision(ProvisionReport report, Stack stack) {
        return report.stacks().stream()
                .filter(each -> each.stack().equals(stack))
                .findFirst()
                .orElseThrow();
    }

    /** Opens when a line is printed. */
    private record Gate(String line, CountDownLatch gate) implements ProvisionSink {
        @Override
        public void on(ProvisionEvent event) {
            if (event instanceof ProvisionEvent.Output output && output.line().equals(line)) {
                gate.countDown();
            }
        }

        @Override
        public List<Delivery> finish(ProvisionReport report) {
            return List.of();
        }
    }
}
