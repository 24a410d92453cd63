package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.catalog.CatalogException;
import dev.drift.config.InvalidConfigException;
import dev.drift.detection.DetectionListener;
import dev.drift.detection.StackEvent;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.preview.ChangeMark;
import dev.drift.preview.PlannedChange;
import dev.drift.preview.Planning;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.PreviewVerdict;
import dev.drift.preview.StackPreview;
import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.InMemoryChanges;
import dev.drift.testing.Observations;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.testing.RecordingListener;
import dev.drift.testing.RecordingPreviews;
import dev.drift.testing.Reports;
import dev.drift.testing.ScriptedCode;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreviewRunTest {

    private static final Stack WEB = Stacks.stack("/stacks/prod/web", "environment/prod");
    private static final Stack DNS = Stacks.stack("/stacks/prod/dns", "environment/prod");
    private static final Stack QA = Stacks.stack("/stacks/qa/web", "environment/qa");

    private final ScriptedProbe probe = new ScriptedProbe()
            .at("/stacks/prod/web", request -> planned(ChangeAction.UPDATE, 1, 1, 3))
            .at("/stacks/prod/dns", request -> unplanned())
            .at("/stacks/qa/web", request -> planned(ChangeAction.UPDATE, 1, 5, 1));
    private final ScriptedCode code = new ScriptedCode();
    private final InMemoryCatalog catalog = InMemoryCatalog.of(WEB, DNS, QA);
    private final RecordingPreviews sink = new RecordingPreviews();
    private final RecordingListener listener = new RecordingListener();

    @Test
    void asksForWhatChecksAndForWhatPlans() {
        PreviewRun.Builder nothing = Drift.preview(catalog, InMemoryChanges.of(WEB));

        assertThatIllegalStateException().isThrownBy(nothing::build).withMessageContaining("planning(");
        assertThatIllegalStateException()
                .isThrownBy(() -> nothing.planning(probe).build())
                .withMessageContaining("checking(");
    }

    @Test
    void plansWhatChangedAndMarksIt() {
        PreviewReport report =
                run(InMemoryChanges.of(WEB, QA)).build().execute().report();

        assertThat(probe.lookedAt()).containsExactlyInAnyOrder("/stacks/prod/web", "/stacks/qa/web");
        assertThat(report.stacks().stream().map(StackPreview::stack)).containsExactly(WEB, QA);
        assertThat(marks(report)).containsExactly(ChangeMark.FROM_THIS_CHANGE, ChangeMark.ALREADY_DRIFTED);
        assertThat(report.verdict()).isEqualTo(PreviewVerdict.DONE);
        assertThat(report.stacks().get(0).change().why()).isEqualTo("/stacks/prod/web/main.tf changed");
    }

    @Test
    void startsStacksInRunOrder() {
        Drift.preview(catalog.ordering(DNS, "/stacks/qa/web"), InMemoryChanges.of(WEB, DNS, QA))
                .planning(probe)
                .checking(code)
                .parallelism(1)
                .build()
                .execute();

        assertThat(probe.lookedAt()).containsExactly("/stacks/qa/web", "/stacks/prod/dns", "/stacks/prod/web");
    }

    @Test
    void namesChangedStacksThatAreNotSelectedAndNoOthers() {
        PreviewReport report = run(InMemoryChanges.of(WEB, QA))
                .selecting(Selector.parse("Environment:prod"))
                .build()
                .execute()
                .report();

        assertThat(report.stacks().stream().map(StackPreview::stack)).containsExactly(WEB);
        assertThat(report.skipped()).hasSize(1);
        assertThat(report.skipped().get(0).stack()).isEqualTo(QA);
    }

    @Test
    void tellsWhoListensOfEveryStackBeforeTheFirstStarts() {
        run(InMemoryChanges.of(WEB, DNS, QA))
                .selecting(Selector.parse("Environment:prod"))
                .build()
                .execute();

        assertThat(listener.events().subList(0, 3))
                .containsExactlyInAnyOrder(
                        new StackEvent.Awaited(WEB), new StackEvent.Awaited(DNS), new StackEvent.LeftOut(QA));
        assertThat(listener.judged()).hasSize(2);
    }

    @Test
    void thatNothingChangedIsAnAnswer() {
        PreviewReport report = run(InMemoryChanges.of()).build().execute().report();

        assertThat(report.verdict()).isEqualTo(PreviewVerdict.DONE);
        assertThat(report.stacks()).isEmpty();
        assertThat(sink.previews()).containsExactly(report);
        assertThat(probe.requests()).isEmpty();
    }

    @Test
    void aSelectorThatPicksNoStackOfTheEstateIsAMistakeUnlessAllowed() {
        PreviewRun.Builder run = run(InMemoryChanges.of(WEB)).selecting(Selector.parse("Environment:prd"));

        assertThatThrownBy(() -> run.build().execute())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("did you mean prod?");
        assertThat(run.allowingEmptySelection().build().execute().report().skipped())
                .hasSize(1);
    }

    @Test
    void changesThatCannotBeToldFailAndEndEverything() {
        RecordingEnvironments environments = new RecordingEnvironments(Map.of());

        assertThatThrownBy(() -> run(InMemoryChanges.unreadable("the clone is shallow"))
                        .authenticatedBy(environments)
                        .build()
                        .execute())
                .isInstanceOf(CatalogException.class)
                .hasMessage("the clone is shallow");
        assertThat(environments.closings()).isEqualTo(1);
    }

    @Test
    void aLookThatMadeNoPlanIsNotCalledUnchanged() {
        probe.at("/stacks/prod/web", request -> Observations.unchanged());

        PreviewReport report = run(InMemoryChanges.of(WEB)).build().execute().report();

        assertThat(report.withResult(PreviewResult.UNKNOWN)).hasSize(1);
        assertThat(report.verdict()).isEqualTo(PreviewVerdict.INCOMPLETE);
    }

    @Test
    void destructiveStacksStandFirstAndAreCounted() {
        probe.at("/stacks/qa/web", request -> planned(ChangeAction.REPLACE, 1, 1, 3));

        PreviewReport report =
                run(InMemoryChanges.of(DNS, WEB, QA)).build().execute().report();

        assertThat(report.stacks().stream().map(StackPreview::result))
                .containsExactly(PreviewResult.DESTRUCTIVE, PreviewResult.CHANGED, PreviewResult.UNCHANGED);
        assertThat(report.summary().destructive()).isEqualTo(1);
        assertThat(report.summary().changing()).isEqualTo(2);
    }

    @Test
    void aReportOnTheBaseTellsWhatWasPendingBefore() {
        DriftReport base = Drift.over(catalog).probing(probe).build().execute().report();

        PreviewReport report = run(InMemoryChanges.of(WEB))
                .comparedWith(base)
                .build()
                .execute()
                .report();

        assertThat(marks(report)).containsExactly(ChangeMark.PENDING_BEFORE);
        assertThat(report.base().run()).contains(base.run());
    }

    @Test
    void whatIsRefusedIsNotEvenListed() {
        PreviewDone done = Drift.preview(
                        InMemoryCatalog.unreadable("must not be read"), InMemoryChanges.unreadable("must not be read"))
                .planning(probe)
                .checking(code)
                .deliveringTo(sink)
                .refusedBecause("it comes from a fork")
                .build()
                .execute();

        assertThat(done.report().verdict()).isEqualTo(PreviewVerdict.REFUSED);
        assertThat(done.report().refusal()).contains("it comes from a fork");
        assertThat(sink.previews()).containsExactly(done.report());
        assertThat(done.deliveries()).containsExactly(new Delivery.Delivered("memory"));
        assertThat(probe.requests()).isEmpty();
        assertThat(code.validated()).isEmpty();
    }

    @Test
    void interruptingCancelsAndDeliversWhatThereIs() {
        probe.hangingAt("/stacks/prod/web");
        Thread running = Thread.currentThread();
        DetectionListener interrupting = event -> {
            if (event instanceof StackEvent.Output) {
                running.interrupt();
            }
        };

        PreviewReport report = run(InMemoryChanges.of(WEB))
                .listening(interrupting)
                .build()
                .execute()
                .report();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(((Planning.NotPlanned) report.stacks().get(0).planning()).phase())
                .isEqualTo(ProbePhase.CANCELLED);
        assertThat(report.verdict()).isEqualTo(PreviewVerdict.INCOMPLETE);
        assertThat(sink.previews()).containsExactly(report);
    }

    @Test
    void aPreviewOnceDescribedStaysAsItWasDescribed() {
        PreviewRun.Builder builder = run(InMemoryChanges.of(WEB));
        PreviewRun run = builder.build();
        builder.refusedBecause("too late").deliveringTo(new RecordingPreviews());

        assertThat(run.execute().report().refusal()).isEmpty();
        assertThat(run.execute().deliveries()).hasSize(1);
    }

    private PreviewRun.Builder run(InMemoryChanges changes) {
        return Drift.preview(catalog, changes)
                .planning(probe)
                .checking(code)
                .listening(listener)
                .deliveringTo(sink)
                .identifiedBy(() -> "run-1")
                .clock(Clock.fixed(Reports.FINISHED, ZoneOffset.UTC));
    }

    private static List<ChangeMark> marks(PreviewReport report) {
        return report.stacks().stream()
                .flatMap(stack -> stack.planning().changes().stream())
                .map(PlannedChange::mark)
                .toList();
    }

    private static Observation planned(ChangeAction action, int applied, int live, int wanted) {
        ResourceAddress service = ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service");
        List<ResourceChange> drifted = applied == live
                ? List.of()
                : List.of(new ResourceChange(service, ChangeAction.UPDATE, tasks(applied), tasks(live)));
        return seen(drifted, List.of(new ResourceChange(service, action, tasks(live), tasks(wanted))), 1);
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
