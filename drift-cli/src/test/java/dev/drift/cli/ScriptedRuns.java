package dev.drift.cli;

import dev.drift.Drift;
import dev.drift.DriftRun;
import dev.drift.PreviewRun;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.code.IacTool;
import dev.drift.github.GitHubPreviews;
import dev.drift.github.GitHubSinks;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.preview.Formatting;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.TerramateChanges;
import dev.drift.terramate.TerramateSettings;
import dev.drift.terramate.cloud.live.CloudPreview;
import dev.drift.terramate.cloud.live.CloudSink;
import dev.drift.terramate.plan.PlanFiles;
import dev.drift.testing.ScriptedCode;
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

    @Override
    public PreviewRun.Builder previewing(Path directory, Optional<String> base, Tooling tooling, Audience audience) {
        TerramateSettings settings = TerramateSettings.standard();
        TerramateCatalog catalog =
                TerramateCatalog.at(directory, base.map(settings::since).orElse(settings));
        PreviewRun.Builder run = Drift.preview(catalog, TerramateChanges.in(catalog))
                .planning(planner())
                .deliveringTo(CloudPreview.of(catalog::root, audience.cloud(), stack -> IacTool.TERRAFORM))
                .checking(new ScriptedCode()
                        .formattedAt("/prod/untidy", new Formatting.Unformatted(List.of("prod/untidy/main.tf")))
                        .invalidAt("/qa/wrong"));
        GitHubPreviews.of(audience.github()).all().forEach(run::deliveringTo);
        return run;
    }

    /** Plans what is scripted to drift, which nothing live did. */
    DriftProbe planner() {
        return new Planner(new Probe(this));
    }

    /** Takes what the probe calls drifted for what the code asks for. */
    private record Planner(Probe probe) implements DriftProbe {

        @Override
        public String engine() {
            return "plan";
        }

        @Override
        public Observation probe(ProbeRequest request) throws ProbeException {
            Observation seen = probe.probe(request);
            CodeSide code = new CodeSide.Seen(seen.drifted(), 0, Declarations.NONE, Optional.empty());
            return new Observation(List.of(), code, List.of(), Coverage.complete(1), Optional.empty());
        }
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
