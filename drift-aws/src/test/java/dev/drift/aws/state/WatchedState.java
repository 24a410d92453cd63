package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.code.IacTool;
import dev.drift.code.StateLocation;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose state lies beside its code, and looks at it that can be interfered with. */
abstract class WatchedState {

    static final StateLocation LOCAL = SampleStates.backend("local", Map.of());

    @TempDir
    Path directory = Path.of("");

    final StateStore store = StateStore.standard();
    final ScriptedProbe probe = new ScriptedProbe();
    final AtomicInteger looks = new AtomicInteger();
    final List<String> lines = new ArrayList<>();

    @BeforeEach
    void writeAState() {
        write("terraform.tfstate", SampleStates.state(5));
    }

    @AfterEach
    void close() {
        store.close();
    }

    DriftProbe watched(StateLocation location, Runnable meanwhile) {
        return watch(location, Map.of()).around(looking(meanwhile));
    }

    StateWatch watch(StateLocation location, Map<String, String> environment) {
        InMemoryCode code =
                new InMemoryCode(Map.of(stack().directory(), SampleStates.code(IacTool.TERRAFORM, location)));
        return StateWatch.reading(code, store, environment);
    }

    DriftProbe looking(Runnable meanwhile) {
        return probe.at(stack().path().value(), request -> {
            looks.incrementAndGet();
            meanwhile.run();
            return Observations.scaled();
        });
    }

    Stack stack() {
        return SampleStates.stack(directory);
    }

    ProbeRequest request() {
        return request(EnvironmentLease.of(Map.of()));
    }

    ProbeRequest request(EnvironmentLease lease) {
        return new ProbeRequest(stack(), lease, Duration.ofMinutes(5), lines::add);
    }

    static ProbeException failing(DriftProbe probe, ProbeRequest request) {
        ProbeException thrown = catchThrowableOfType(ProbeException.class, () -> probe.probe(request));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.writeString(directory.resolve(file), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
