package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.code.IacTool;
import dev.drift.code.StateLocation;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCode;
import dev.drift.testing.Observations;
import dev.drift.testing.ScriptedProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateWatchTest {

    private static final StateLocation LOCAL = SampleStates.backend("local", Map.of());
    private static final String LOCK = """
            {"ID": "1", "Operation": "OperationTypeApply", "Who": "anna@ci", "Created": "2026-11-23T04:05:06.789Z"}
            """;

    @TempDir
    Path directory = Path.of("");

    private final StateStore store = StateStore.standard();
    private final ScriptedProbe probe = new ScriptedProbe();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void writeAState() {
        write("terraform.tfstate", SampleStates.state(5));
    }

    @AfterEach
    void close() {
        store.close();
    }

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
    void saysWhichTypesAStateHolds() {
        assertThat(watch(LOCAL, Map.of()).types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of()))
                .hasValue(Set.of("aws_caller_identity", "aws_sns_topic", "aws_sqs_queue"));
    }

    @Test
    void noStateHoldsNoTypes() throws IOException {
        Files.delete(directory.resolve("terraform.tfstate"));

        assertThat(watch(LOCAL, Map.of()).types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of()))
                .hasValue(Set.of());
    }

    @Test
    void theTypesOfAStateThatCannotBeReadAreNotKnown() throws IOException {
        StateWatch watch = watch(LOCAL, Map.of());
        write("terraform.tfstate", "no state");
        assertThat(watch.types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of()))
                .isEmpty();

        write("terraform.tfstate", SampleStates.resource("pbkdf2.tfstate"));
        assertThat(watch.types(stack(), SampleStates.code(IacTool.TOFU, LOCAL), Map.of()))
                .isEmpty();

        Files.delete(directory.resolve("terraform.tfstate"));
        assertThat(watch.types(stack(), SampleStates.code(IacTool.TERRAGRUNT, LOCAL), Map.of()))
                .isEmpty();
    }

    @Test
    void whatWasReadForTheTypesIsWhatTheNextLookComparesWith() throws ProbeException {
        StateWatch watch = watch(LOCAL, Map.of());
        watch.types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of());
        write("terraform.tfstate", SampleStates.state(6));

        watch.around(looking(() -> {})).probe(request());
        watch.around(looking(() -> {})).probe(request());

        assertThat(lines).containsExactly("the state moved meanwhile: serial 5 to 6; looking once more");
        assertThat(looks).hasValue(3);
    }

    @Test
    void anInterruptionIsKept() {
        Thread.currentThread().interrupt();

        assertThat(failing(watched(LOCAL, () -> {}), request()).phase()).isEqualTo(ProbePhase.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(looks).hasValue(0);
    }

    private DriftProbe watched(StateLocation location, Runnable meanwhile) {
        return watch(location, Map.of()).around(looking(meanwhile));
    }

    private StateWatch watch(StateLocation location, Map<String, String> environment) {
        InMemoryCode code =
                new InMemoryCode(Map.of(stack().directory(), SampleStates.code(IacTool.TERRAFORM, location)));
        return StateWatch.reading(code, store, environment);
    }

    private DriftProbe looking(Runnable meanwhile) {
        return probe.at(stack().path().value(), request -> {
            looks.incrementAndGet();
            meanwhile.run();
            return Observations.scaled();
        });
    }

    private Stack stack() {
        return SampleStates.stack(directory);
    }

    private ProbeRequest request() {
        return request(EnvironmentLease.of(Map.of()));
    }

    private ProbeRequest request(EnvironmentLease lease) {
        return new ProbeRequest(stack(), lease, Duration.ofMinutes(5), lines::add);
    }

    private static ProbeException failing(DriftProbe probe, ProbeRequest request) {
        ProbeException thrown = catchThrowableOfType(ProbeException.class, () -> probe.probe(request));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.writeString(directory.resolve(file), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
