package dev.drift.cli;

import dev.drift.DriftRun;
import dev.drift.PreviewRun;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.detection.StackEvent;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import dev.drift.terramate.plan.PlanFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Previews that somebody interrupts as soon as the stack that hangs has begun. */
record InterruptingRuns(ScriptedRuns script, Thread running) implements Runs {

    @Override
    public DriftRun.Builder detecting(Path directory, Tooling tooling, Audience audience) {
        return script.detecting(directory, tooling, audience);
    }

    @Override
    public DriftRun.Builder judging(PlanFiles plans, Optional<Path> code) {
        return script.judging(plans, code);
    }

    @Override
    public PreviewRun.Builder previewing(Path directory, Optional<String> base, Tooling tooling, Audience audience) {
        return script.previewing(directory, base, tooling, audience).deliveringTo(new LiveSink() {
            @Override
            public void on(StackEvent event) {
                if (event instanceof StackEvent.Output
                        && event.stack().path().value().contains(script.hanging())) {
                    running.interrupt();
                }
            }

            @Override
            public List<Delivery> finish() {
                return List.of();
            }
        });
    }
}
