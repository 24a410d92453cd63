package dev.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.Workload;
import dev.drift.detection.DetectionListener;
import dev.drift.detection.DetectionSettings;
import dev.drift.detection.DriftDetector;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Shard;
import dev.drift.history.InMemoryHistory;
import dev.drift.history.ReportHistory;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.report.DriftReport;
import dev.drift.report.RunFacts;
import dev.drift.sink.LiveSink;
import dev.drift.sink.ReportPublisher;
import dev.drift.sink.ReportSink;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.timetable.MissedTicks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** A run, described as a whole. Immutable; it may be executed any number of times. */
public final class DriftRun {

    private final Selection selection;
    private final EstateDefinition estate;
    private final DriftDetector detector;
    private final EnvironmentSource environments;
    private final Function<Cell, ReportHistory> histories;
    private final ReportPublisher publisher;
    private final LiveSinks liveSinks;
    private final Function<List<Stack>, List<MissedTicks>> noticed;
    private final Supplier<String> ids;
    private final Map<String, String> origin;

    private DriftRun(Builder told, DriftProbe probe) {
        this.estate = told.settings.estate();
        OpenCells open = new OpenCells(estate, told.windowsIgnored, told.clock);
        this.selection = new Selection(told.catalog, told.filter, told.emptyAllowed, open, told.shard);
        this.liveSinks = new LiveSinks(told.liveSinks, ResidencyGate.of(estate));
        this.detector = new DriftDetector(
                probe, told.environments, told.judge, told.settings, liveSinks.and(told.listener), told.clock);
        this.environments = told.environments;
        this.histories = told.histories;
        this.publisher = new ReportPublisher(told.sinks, ResidencyGate.of(estate));
        this.noticed = told.noticed;
        this.ids = told.ids;
        this.origin = told.origin;
    }

    /**
     * Lists the stacks, looks at those selected, judges them, remembers what was found and delivers the report. Blocks until
     * all of it is done, and closes the source of environments behind it.
     *
     * <p>Interrupting the calling thread cancels: running probes are stopped, and stacks that are not done are unknown because
     * the run was cancelled. The report is whole and is delivered then too, and the thread is interrupted when it returns.
     *
     * @throws dev.drift.catalog.CatalogException if the stacks cannot be listed
     * @throws dev.drift.config.InvalidConfigException if the selector picks nothing, unless that is allowed
     */
    public RunResult execute() {
        return execute(nextId(), selection::now);
    }

    /** What the next execution is named. */
    String nextId() {
        return ids.get();
    }

    RunResult execute(String id, Supplier<Selection.Choice> choosing) {
        Instant startedAt = selection.open().clock().instant();
        Selection.Choice choice;
        List<StackCheck> checks;
        try {
            choice = choosing.get();
            checks = detector.check(choice.mine().selected());
        } catch (RuntimeException | Error broken) {
            liveSinks.finish();
            throw broken;
        } finally {
            Closing.quietly(environments);
        }
        Map<String, String> where = selection.origin(origin, choice.whole());
        return Uninterrupted.doing(() -> finish(id, startedAt, where, choice.mine(), checks));
    }

    /** The stacks that an execution would look at now, and those it would skip; throws what that would throw. */
    public Workload workload() {
        return selection.now().mine();
    }

    private RunResult finish(
            String id, Instant startedAt, Map<String, String> where, Workload workload, List<StackCheck> checks) {
        // A clock may be set back while a run lasts.
        Instant finishedAt =
                Collections.max(List.of(startedAt, selection.open().clock().instant()));
        List<MissedTicks> missed = noticed.apply(workload.selected()); // before this run is remembered as well
        Remembering remembering = Remembering.of(checks, finishedAt, histories, ResidencyGate.of(estate));
        DriftReport report = new DriftReport(
                new RunFacts(id, startedAt, finishedAt, selector(), where, Drift.version()),
                remembering.reports(checks, estate),
                workload.skipped(),
                missed);
        return new RunResult(report, remembering.behind(publisher.publish(report)), liveSinks.finish());
    }

    Selection selection() {
        return selection;
    }

    String selector() {
        return selection.toString();
    }

    /** Describes a run. Only a probe must be named; everything else has a default. Not safe for use by several threads. */
    public static final class Builder {

        private final StackCatalog catalog;
        private Optional<DriftProbe> probe = Optional.empty();
        private Judge judge = Judge.by(RuleBook.EMPTY);
        private EnvironmentSource environments = EnvironmentSource.ambient();
        private StackFilter filter = Selector.EVERYTHING;
        private boolean emptyAllowed;
        private Shard shard = Shard.WHOLE;
        private boolean windowsIgnored;
        private DetectionSettings settings = DetectionSettings.DEFAULT;
        private DetectionListener listener = DetectionListener.SILENT;
        private Function<Cell, ReportHistory> histories = Remembering.in(new InMemoryHistory());
        private final List<ReportSink> sinks = new ArrayList<>();
        private final List<LiveSink> liveSinks = new ArrayList<>();
        private Function<List<Stack>, List<MissedTicks>> noticed = stacks -> List.of();
        private Map<String, String> origin = Map.of();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();
        private Clock clock = Clock.systemUTC();

        Builder(StackCatalog catalog) {
            this.catalog = requireNonNull(catalog, "catalog is null");
        }

        /** What looks at each stack. Required. */
        public Builder probing(DriftProbe with) {
            this.probe = Optional.of(requireNonNull(with, "probe is null"));
            return this;
        }

        /** What is known about resource types; nothing unless told. */
        public Builder judgedBy(RuleBook rules) {
            return judgedBy(Judge.by(rules));
        }

        /** Who judges, where more than the rule book differs, such as what is waived. */
        public Builder judgedBy(Judge by) {
            this.judge = requireNonNull(by, "judge is null");
            return this;
        }

        /** What a probe needs to see a stack's account; the environment of this process unless told. Closed by every run. */
        public Builder authenticatedBy(EnvironmentSource source) {
            this.environments = requireNonNull(source, "source is null");
            return this;
        }

        /** Which stacks; all unless told. */
        public Builder selecting(StackFilter which) {
            this.filter = requireNonNull(which, "filter is null");
            return this;
        }

        /** Lets a run that selects no stack end in sync instead of refusing it. */
        public Builder allowingEmptySelection() {
            this.emptyAllowed = true;
            return this;
        }

        /** Which share of the selected stacks, where several machines divide them; all unless told. */
        public Builder taking(Shard share) {
            this.shard = requireNonNull(share, "share is null");
            return this;
        }

        /** How the estate is divided, each cell being looked at on its own; by the tags of the stacks unless told. */
        public Builder dividedBy(EstateDefinition estate) {
            return detecting(settings.within(estate));
        }

        /** Looks at cells whose maintenance windows are closed as well. */
        public Builder ignoringWindows() {
            this.windowsIgnored = true;
            return this;
        }

        /** How many stacks side by side, over all cells; five unless told. */
        public Builder parallelism(int stacks) {
            return detecting(settings.with(new Parallelism(stacks)));
        }

        /** How long one stack may take; fifteen minutes unless told. */
        public Builder timeout(Duration perStack) {
            return detecting(settings.withTimeout(perStack));
        }

        /** How many stacks, taken at random, are looked at plainly as well; none unless told. */
        public Builder verifying(int stacks) {
            return detecting(settings.withSample(stacks));
        }

        /** How stacks are looked at, in place of what was said of parallelism, timeout and sample before. */
        public Builder detecting(DetectionSettings how) {
            this.settings = requireNonNull(how, "settings is null");
            return this;
        }

        /** Who is told what happens while stacks are looked at; nobody unless told. */
        public Builder listening(DetectionListener who) {
            this.listener = requireNonNull(who, "listener is null");
            return this;
        }

        /** Where since when a stack drifts is known from; the runs of this object unless told. */
        public Builder remembering(ReportHistory in) {
            return remembering(Remembering.in(in));
        }

        /** The same, where cells are remembered at different places: one that fails is nothing to another. */
        public Builder remembering(Function<Cell, ReportHistory> in) {
            this.histories = requireNonNull(in, "histories is null");
            return this;
        }

        /** Which ticks were missed before the stacks that are about to be looked at are; none unless told. The report tells them. */
        public Builder noticing(Function<List<Stack>, List<MissedTicks>> missed) {
            this.noticed = requireNonNull(missed, "missed is null");
            return this;
        }

        /** One more place that the report goes to, behind those named before. */
        public Builder deliveringTo(ReportSink sink) {
            sinks.add(requireNonNull(sink, "sink is null"));
            return this;
        }

        /** One more place that is told while the run goes on, behind those named before. */
        public Builder deliveringTo(LiveSink sink) {
            liveSinks.add(requireNonNull(sink, "sink is null"));
            return this;
        }

        /** Where the run takes place, told by {@link RunFacts#ORIGINS}; nothing unless told. */
        public Builder describedBy(Map<String, String> parts) {
            this.origin = RunFacts.origin(parts);
            return this;
        }

        /** What names each execution; random unless told. Ids are unique among runs. */
        public Builder identifiedBy(Supplier<String> runIds) {
            this.ids = requireNonNull(runIds, "runIds is null");
            return this;
        }

        /** What times and durations are taken from; the clock of the system unless told. */
        public Builder clock(Clock of) {
            this.clock = requireNonNull(of, "clock is null");
            return this;
        }

        /**
         * The run as described so far.
         *
         * @throws IllegalStateException if no probe was named
         */
        public DriftRun build() {
            return new DriftRun(
                    this,
                    probe.orElseThrow(
                            () -> new IllegalStateException("No probe: name one by probing(...) before build()")));
        }
    }
}
