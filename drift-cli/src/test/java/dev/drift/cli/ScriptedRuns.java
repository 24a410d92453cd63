package dev.drift.cli;

import dev.drift.Drift;
import dev.drift.DriftRun;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.github.GitHubSinks;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.cloud.live.CloudSink;
import dev.drift.terramate.plan.PlanFiles;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs over a real repository whose stacks answer as they are told: drifted, unknown, in sync, or only when interrupted. No path
 * holds a question mark. */
record ScriptedRuns(String drifted, String unknown, String hanging) implements Runs {

    static final ScriptedRuns IN_SYNC = new ScriptedRuns("?", "?", "?");

    ScriptedRuns drifting(String part) {
        return new ScriptedRuns(part, unknown, hanging);
    }

    ScriptedRuns failing(String part) {
        return new ScriptedRuns(drifted, part, hanging);
    }

    ScriptedRuns hanging(String part) {
        return new ScriptedRuns(drifted, unknown, part);
    }

    @Override
    public DriftRun.Builder detecting(Path directory, Tooling tooling, Audience audience) {
        TerramateCatalog catalog = TerramateCatalog.at(directory);
        DriftRun.Builder run = Drift.over(catalog)
                .probing(new Probe(this))
                .deliveringTo(CloudSink.of(catalog::root, audience.cloud()));
        GitHubSinks.of(audience.github()).all().forEach(run::deliveringTo);
        return run;
    }

    @Override
    public DriftRun.Builder judging(PlanFiles plans, Optional<Path> code) {
        return Drift.over(plans.catalog()).probing(plans.probe(Optional.empty()));
    }

    private record Probe(ScriptedRuns script) implements DriftProbe {

        @Override
        public String engine() {
            return "plan";
        }

        @Override
        public Observation probe(ProbeRequest request) throws ProbeException {
            String path = request.stack().path().toString();
            request.output().accept("planning " + path);
            request.output().accept("::error::owned\u001b[2J");
            if (path.contains(script.hanging)) {
                hang();
            }
            if (path.contains(script.unknown)) {
                throw new ProbeException(ProbePhase.INIT, "Error: Unsupported argument");
            }
            List<ResourceChange> moved = path.contains(script.drifted) ? List.of(service()) : List.of();
            return new Observation(moved, new CodeSide.Unseen(), List.of(), Coverage.complete(1), Optional.empty());
        }

        private static void hang() throws ProbeException {
            try {
                new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException told) {
                throw new ProbeException(ProbePhase.CANCELLED, "interrupted", told);
            }
        }

        private static ResourceChange service() {
            return new ResourceChange(
                    ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service"),
                    ChangeAction.UPDATE,
                    snapshot(1),
                    snapshot(3));
        }

        private static Snapshot snapshot(int count) {
            return new Snapshot(Value.of(Map.of("desired_count", Value.of(count))), Marks.NONE);
        }
    }
}
