package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.code.StateLocation;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.testing.InMemoryCode;
import dev.drift.testing.Observations;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StateWatchTest extends WatchedState {

    private static final String LOCK = """
            {"ID": "1", "Operation": "OperationTypeApply", "Who": "anna@ci", "Created": "2026-11-23T04:05:06.789Z"}
            """;

    @Test
    void looksOnceWhileNothingMoves() throws ProbeException {
        Observation seen = watched(LOCAL, () -> {}).probe(request());

        assertThat(seen).isEqualTo(Observations.scaled());
        assertThat(looks).hasValue(1);
        assertThat(lines).isEmpty();
    }

    @Test
    void doesNotLookAtAStackThatSomebodyWorksOn() {
        write(".terraform.tfstate.lock.info", LOCK);

        ProbeException thrown = failing(watched(LOCAL, () -> {}), request());

        assertThat(thrown.phase()).isEqualTo(ProbePhase.LOCK);
        assertThat(thrown.reason())
                .isEqualTo("the state is locked by anna@ci since 2026-11-23T04:05:06Z (OperationTypeApply)");
        assertThat(looks).hasValue(0);
    }

    @Test
    void aLockThatSaysNothingIsALock() {
        write(".terraform.tfstate.lock.info", "");

        assertThat(failing(watched(LOCAL, () -> {}), request()).reason()).isEqualTo("the state is locked by somebody");
    }

    @Test
    void looksOnceMoreIfTheStateMoved() throws ProbeException {
        AtomicInteger serial = new AtomicInteger(5);

        Observation seen = watched(LOCAL, () -> {
                    if (looks.get() == 1) {
                        write("terraform.tfstate", SampleStates.state(serial.incrementAndGet()));
                    }
                })
                .probe(request());

        assertThat(seen).isEqualTo(Observations.scaled());
        assertThat(looks).hasValue(2);
        assertThat(lines).containsExactly("the state moved meanwhile: serial 5 to 6; looking once more");
    }

    @Test
    void tellsNothingOfAStackWhoseStateMovedTwice() {
        AtomicInteger serial = new AtomicInteger(5);

        ProbeException thrown = failing(
                watched(LOCAL, () -> write("terraform.tfstate", SampleStates.state(serial.incrementAndGet()))),
                request());

        assertThat(thrown.phase()).isEqualTo(ProbePhase.STATE);
        assertThat(thrown.reason()).isEqualTo("the state moved while the stack was looked at, twice: serial 5 to 7");
        assertThat(looks).hasValue(2);
    }

    @Test
    void aStateThatAppearsHasMoved() throws ProbeException, IOException {
        Files.delete(directory.resolve("terraform.tfstate"));

        watched(LOCAL, () -> write("terraform.tfstate", SampleStates.state(1))).probe(request());

        assertThat(looks).hasValue(2);
        assertThat(lines).containsExactly("the state moved meanwhile: no state to serial 1; looking once more");
    }

    @Test
    void aStateWrittenAgainAsItWasHasNotMoved() throws ProbeException {
        watched(LOCAL, () -> {
                    write("terraform.tfstate", SampleStates.state(6));
                    write("terraform.tfstate", SampleStates.state(5));
                })
                .probe(request());

        assertThat(looks).hasValue(1);
    }

    @Test
    void aLockTakenMeanwhileStopsTheSecondLook() {
        ProbeException thrown = failing(
                watched(LOCAL, () -> {
                    write("terraform.tfstate", SampleStates.state(6));
                    write(".terraform.tfstate.lock.info", LOCK);
                }),
                request());

        assertThat(thrown.phase()).isEqualTo(ProbePhase.LOCK);
        assertThat(looks).hasValue(1);
    }

    @Test
    void theSecondLookHasTheTimeThatIsLeft() throws ProbeException {
        watched(LOCAL, () -> write("terraform.tfstate", SampleStates.state(6))).probe(request());

        assertThat(probe.requests()).hasSize(2);
        assertThat(probe.requests().get(1).timeout())
                .isLessThan(probe.requests().get(0).timeout());
    }

    @Test
    void aWithdrawnLeaseMakesTheLookVoidAnyway() throws ProbeException {
        EnvironmentLease lease = EnvironmentLease.of(Map.of());

        watched(LOCAL, () -> {
                    lease.withdraw("gone");
                    write("terraform.tfstate", SampleStates.state(6));
                })
                .probe(request(lease));

        assertThat(looks).hasValue(1);
    }

    @Test
    void looksUnwatchedWhereTheStateIsNotForUsToRead() throws ProbeException {
        write("terraform.tfstate", "no state");
        for (StateLocation elsewhere : List.of(
                LOCAL,
                SampleStates.backend("remote", Map.of()),
                SampleStates.backend("s3", Map.of("bucket", "b")),
                new StateLocation.Undetermined("who knows"))) {
            assertThat(watched(elsewhere, () -> {}).probe(request())).isEqualTo(Observations.scaled());
        }
        assertThat(looks).hasValue(4);
        assertThat(lines).hasSize(4).allMatch(line -> line.startsWith("the state is not watched: "));
    }

    @Test
    void tellsNothingOfAStackWhoseStateCannotBeReadOnceItHasMoved() {
        ProbeException thrown = failing(
                watched(LOCAL, () -> write("terraform.tfstate", looks.get() == 1 ? SampleStates.state(6) : "no state")),
                request());

        assertThat(thrown.phase()).isEqualTo(ProbePhase.STATE);
        assertThat(thrown.reason())
                .startsWith("the state moved while the stack was looked at, and cannot be read any more: ");
        assertThat(looks).hasValue(2);
    }

    @Test
    void looksForALockAlsoWhereTheTypesCouldNotBeRead() {
        StateWatch watch = watch(LOCAL, Map.of());
        write("terraform.tfstate", "no state");
        watch.types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of());
        write(".terraform.tfstate.lock.info", LOCK);

        assertThat(failing(watch.around(looking(() -> {})), request()).phase()).isEqualTo(ProbePhase.LOCK);
        assertThat(looks).hasValue(0);
    }

    @Test
    void looksUnwatchedWhereTheCodeCannotBeRead() throws ProbeException {
        probe.at(stack().path().value(), request -> Observations.scaled());

        StateWatch watch = StateWatch.reading(new InMemoryCode(Map.of()), store, Map.of());

        assertThat(watch.around(probe).probe(request())).isEqualTo(Observations.scaled());
    }

    @Test
    void followsTheWorkspaceOfTheLeaseOverThatOfTheProcess() {
        write("terraform.tfstate.d/green/.terraform.tfstate.lock.info", LOCK);
        StateWatch watch = watch(LOCAL, Map.of("TF_WORKSPACE", "red"));

        ProbeException thrown =
                failing(watch.around(probe), request(EnvironmentLease.of(Map.of("TF_WORKSPACE", "green"))));

        assertThat(thrown.phase()).isEqualTo(ProbePhase.LOCK);
    }

    @Test
    void anInterruptionIsKept() {
        Thread.currentThread().interrupt();

        assertThat(failing(watched(LOCAL, () -> {}), request()).phase()).isEqualTo(ProbePhase.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(looks).hasValue(0);
    }
}
