package dev.drift.aws.state;

import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.testing.DriftProbeContract;
import dev.drift.testing.InMemoryCode;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class WatchedProbeContractTest extends DriftProbeContract {

    @TempDir
    Path states = Path.of("");

    private final StateStore store = StateStore.standard();
    private DriftProbe probe = new ScriptedProbe();

    @BeforeEach
    void watch() throws IOException {
        Path file = Files.writeString(states.resolve("one.tfstate"), SampleStates.state(1));
        StackCode code =
                SampleStates.code(IacTool.TOFU, SampleStates.backend("local", Map.of("path", file.toString())));
        InMemoryCode everywhere = new InMemoryCode(Map.of(
                drifted().directory(),
                code,
                unreadable().directory(),
                code,
                lasting().directory(),
                code));
        probe = StateWatch.reading(everywhere, store, Map.of())
                .around(new ScriptedProbe()
                        .scaledAt("/drifted")
                        .failingAt("/unreadable", ProbePhase.INIT, "The backend is gone")
                        .hangingAt("/lasting"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected DriftProbe probe() {
        return probe;
    }

    @Override
    protected Stack drifted() {
        return Stacks.stack("/drifted");
    }

    @Override
    protected Stack unreadable() {
        return Stacks.stack("/unreadable");
    }

    @Override
    protected Stack lasting() {
        return Stacks.stack("/lasting");
    }
}
