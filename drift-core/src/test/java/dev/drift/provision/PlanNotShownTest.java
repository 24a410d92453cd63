package dev.drift.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.RecordingProvisions;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanNotShownTest {

    private final Stack network = Stacks.stack("/network");
    private final Stack service = Stacks.stack("/service");
    private final Stack stranger = Stacks.stack("/stranger");
    private final ScriptedApplier applier = new ScriptedApplier();

    @Test
    void aPlanThatNobodySawIsNotAppliedAndStopsThoseBehindIt() {
        RecordingProvisions told = new RecordingProvisions();

        ProvisionReport report = ProvisionRun.over(
                        InMemoryCatalog.of(network, service, stranger).ordering(service, "/network"))
                .applying(applier)
                .telling(new BlindAt("/network"))
                .telling(told)
                .build()
                .execute()
                .report();

        assertThat(applier.applied()).containsExactly("/stranger");
        assertThat(applier.held()).isZero();
        assertThat(report.with(ProvisionStatus.FAILED))
                .singleElement()
                .satisfies(failed -> assertThat(failed.outcome())
                        .isInstanceOfSatisfying(ProvisionOutcome.Failed.class, outcome -> {
                            assertThat(outcome.reason())
                                    .isEqualTo("its plan could not be shown, so it was not applied: it is dark");
                            assertThat(outcome.changes()).isPresent();
                        }));
        assertThat(report.with(ProvisionStatus.NOT_DONE))
                .extracting(StackProvision::stack)
                .containsExactly(service);
        assertThat(told.events().stream().filter(ProvisionEvent.Planned.class::isInstance))
                .hasSize(2);
    }

    /** Cannot show the plan of the stack at a path. */
    private record BlindAt(String path) implements ProvisionSink {
        @Override
        public void on(ProvisionEvent event) {
            if (event instanceof ProvisionEvent.Planned planned
                    && planned.stack().path().value().equals(path)) {
                throw new PlanNotShownException("it is dark");
            }
        }

        @Override
        public List<Delivery> finish(ProvisionReport report) {
            return List.of();
        }
    }
}
