package dev.drift.aws.live;

import dev.drift.aws.shared.Loans;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.aws.state.StateStore;
import dev.drift.aws.state.StateWatch;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.testing.DriftProbeContract;
import dev.drift.testing.InMemoryCode;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LiveProbeContractTest extends DriftProbeContract {

    @TempDir
    private Path cache;

    private final StateStore store = StateStore.standard();
    private DriftProbe probe = new ScriptedProbe();

    @BeforeEach
    void wrap() {
        DriftProbe planning = new ScriptedProbe()
                .scaledAt("/drifted")
                .failingAt("/unreadable", ProbePhase.INIT, "The backend is gone")
                .hangingAt("/lasting");
        StateWatch watch = StateWatch.reading(new InMemoryCode(Map.of()), store, Map.of());
        probe = LiveProbe.over(
                planning,
                new Loans(),
                watch,
                new InMemoryCode(Map.of()),
                SharedSettings.standard().in(Map.of("HOME", cache.toString())).cachingIn(cache));
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
