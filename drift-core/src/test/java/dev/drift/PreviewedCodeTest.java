package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.preview.Formatting;
import dev.drift.preview.Planning;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.PreviewVerdict;
import dev.drift.preview.StackPreview;
import dev.drift.preview.Validation;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.InMemoryChanges;
import dev.drift.testing.Reports;
import dev.drift.testing.ScriptedCode;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreviewedCodeTest {

    private static final Stack WEB = Stacks.stack("/stacks/prod/web", "environment/prod");
    private static final Stack DNS = Stacks.stack("/stacks/prod/dns", "environment/prod");
    private static final Stack QA = Stacks.stack("/stacks/qa/web", "environment/qa");

    private final ScriptedProbe probe = new ScriptedProbe()
            .at("/stacks/prod/web", request -> planned(ChangeAction.UPDATE, 1, 1, 3))
            .at("/stacks/prod/dns", request -> unplanned())
            .at("/stacks/qa/web", request -> planned(ChangeAction.UPDATE, 1, 5, 1));
    private final ScriptedCode code = new ScriptedCode();
    private final InMemoryCatalog catalog = InMemoryCatalog.of(WEB, DNS, QA);

    @Test
    void codeThatIsNotFormattedIsPlannedAllTheSame() {
        code.formattedAt("/stacks/prod/web", new Formatting.Unformatted(List.of("stacks/prod/web/main.tf")));

        PreviewReport report = run(InMemoryChanges.of(WEB)).build().execute().report();

        assertThat(report.stacks().get(0).result()).isEqualTo(PreviewResult.CHANGED);
        assertThat(report.stacks().get(0).isUnformatted()).isTrue();
        assertThat(report.verdict()).isEqualTo(PreviewVerdict.FAILED);
    }

    @Test
    void codeThatIsNotValidIsNotPlannedAndSaysWhere() {
        code.invalidAt("/stacks/prod/web");

        PreviewReport report =
                run(InMemoryChanges.of(WEB, QA)).build().execute().report();

        assertThat(probe.lookedAt()).containsExactly("/stacks/qa/web");
        assertThat(report.verdict()).isEqualTo(PreviewVerdict.FAILED);
        StackPreview invalid = report.withResult(PreviewResult.INVALID).get(0);
        assertThat(invalid.stack()).isEqualTo(WEB);
        assertThat(invalid.planning()).isInstanceOfSatisfying(Planning.NotPlanned.class, not -> {
            assertThat(not.phase()).isEqualTo(ProbePhase.VALIDATE);
            assertThat(not.reason()).isEqualTo("Unsupported argument (stacks/prod/web/main.tf:12)");
        });
    }

    @Test
    void codeThatCannotBeValidatedIsPlannedAndThePreviewIsIncomplete() {
        code.validAt("/stacks/prod/web", new Validation.NotValidated("terraform is not installed"));

        PreviewReport report = run(InMemoryChanges.of(WEB)).build().execute().report();

        assertThat(report.stacks().get(0).result()).isEqualTo(PreviewResult.CHANGED);
        assertThat(report.verdict()).isEqualTo(PreviewVerdict.INCOMPLETE);
    }

    @Test
    void aCheckThatHangsUsesUpTheTimeOfItsStackAlone() {
        code.hangingAt("/stacks/prod/web");

        PreviewReport report = run(InMemoryChanges.of(WEB, QA))
                .timeout(Duration.ofSeconds(5))
                .build()
                .execute()
                .report();

        StackPreview late = report.withResult(PreviewResult.UNKNOWN).get(0);
        assertThat(((Planning.NotPlanned) late.planning()).phase()).isEqualTo(ProbePhase.TIMEOUT);
        assertThat(late.validation()).isInstanceOf(Validation.NotValidated.class);
        assertThat(late.formatting()).isInstanceOf(Formatting.Formatted.class);
        assertThat(report.withResult(PreviewResult.CHANGED)).hasSize(1);
    }

    @Test
    void aStackThatCannotBePlannedHoldsUpNoOther() {
        probe.failingAt("/stacks/prod/web", ProbePhase.PLAN, "access denied");

        PreviewReport report =
                run(InMemoryChanges.of(WEB, QA)).build().execute().report();

        assertThat(report.verdict()).isEqualTo(PreviewVerdict.INCOMPLETE);
        assertThat(report.withResult(PreviewResult.UNKNOWN).get(0).planning())
                .isEqualTo(new Planning.NotPlanned(List.of(), 0, ProbePhase.PLAN, "access denied"));
        assertThat(report.withResult(PreviewResult.CHANGED)).hasSize(1);
    }

    @Test
    void aStackThatWasNeverAppliedIsPlanned() {
        probe.at("/stacks/prod/web", request -> created());

        StackPreview fresh =
                run(InMemoryChanges.of(WEB)).build().execute().report().stacks().get(0);

        assertThat(fresh.result()).isEqualTo(PreviewResult.CHANGED);
        assertThat(fresh.planning().changes()).hasSize(1);
        assertThat(fresh.planning().changes().get(0).action()).isEqualTo(ChangeAction.CREATE);
        assertThat(fresh.verdict()).isEqualTo(PreviewVerdict.DONE);
    }

    private PreviewRun.Builder run(InMemoryChanges changes) {
        return Drift.preview(catalog, changes)
                .planning(probe)
                .checking(code)
                .identifiedBy(() -> "run-1")
                .clock(Clock.fixed(Reports.FINISHED, ZoneOffset.UTC));
    }

    private static Observation planned(ChangeAction action, int applied, int live, int wanted) {
        ResourceAddress service = ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service");
        List<ResourceChange> drifted = applied == live
                ? List.of()
                : List.of(new ResourceChange(service, ChangeAction.UPDATE, tasks(applied), tasks(live)));
        return seen(drifted, List.of(new ResourceChange(service, action, tasks(live), tasks(wanted))), 1);
    }

    private static Observation created() {
        ResourceAddress service = ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service");
        return seen(List.of(), List.of(new ResourceChange(service, ChangeAction.CREATE, Snapshot.ABSENT, tasks(1))), 0);
    }

    private static Observation unplanned() {
        return seen(List.of(), List.of(), 1);
    }

    private static Observation seen(List<ResourceChange> drifted, List<ResourceChange> planned, int resources) {
        return new Observation(
                drifted,
                new CodeSide.Seen(planned, 0, Declarations.NONE, Optional.empty()),
                List.of(),
                Coverage.complete(resources),
                Optional.empty());
    }

    private static Snapshot tasks(int count) {
        return new Snapshot(Value.of(Map.of("desired_count", Value.of(count))), Marks.NONE);
    }
}
