package dev.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.StackCatalog;
import dev.drift.detection.DetectionListener;
import dev.drift.detection.DetectionSettings;
import dev.drift.detection.DriftDetector;
import dev.drift.detection.StackEvent;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.preview.CodeCheck;
import dev.drift.preview.PreviewBase;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.Previewer;
import dev.drift.preview.StackPreview;
import dev.drift.report.DriftReport;
import dev.drift.report.RunFacts;
import dev.drift.sink.LiveSink;
import dev.drift.sink.PreviewPublisher;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.Selector;
import dev.drift.stack.StackFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A preview of the stacks that a change concerns, described as a whole. Immutable; it may be executed any number of times.
 */
public final class PreviewRun {

    private final Builder told;
    private final DriftProbe probe;
    private final CodeCheck code;
    private final LiveSinks liveSinks;

    private PreviewRun(Builder told, DriftProbe probe, CodeCheck code) {
        this.told = new Builder(told);
        this.probe = probe;
        this.code = code;
        this.liveSinks = new LiveSinks(told.liveSinks, ResidencyGate.of(told.estate));
    }

    /**
     * Finds out which stacks changed, checks and plans those selected, marks what would happen and delivers the report. Blocks
     * until all of it is done, and closes the source of environments behind it. A preview that is refused looks at nothing.
     *
     * <p>Interrupting the calling thread cancels: running looks are stopped, and stacks that are not done are unknown because the
     * preview was cancelled. The report is whole and is delivered then too, and the thread is interrupted when it returns.
     *
     * @throws dev.drift.catalog.CatalogException if the stacks cannot be listed, or it cannot be told which of them changed
     * @throws dev.drift.config.InvalidConfigException if the selector picks no stack of the estate, changed or not, unless that is
     *     allowed
     */
    public PreviewDone execute() {
        Instant startedAt = told.clock.instant();
        Concerned concerned;
        List<StackPreview> stacks;
        try {
            concerned = told.refusal.isPresent()
                    ? Concerned.NOTHING
                    : Concerned.by(told.changes, told.catalog, told.filter, told.emptyAllowed);
            stacks = previewed(concerned);
        } catch (RuntimeException | Error broken) {
            liveSinks.finish();
            throw broken;
        } finally {
            close(told.environments);
        }
        // Sinks write files and talk to the network, which an interrupted thread cannot.
        boolean cancelled = Thread.interrupted();
        try {
            PreviewReport report = report(startedAt, concerned, stacks);
            return new PreviewDone(
                    report,
                    new PreviewPublisher(told.sinks, ResidencyGate.of(told.estate)).publish(report),
                    liveSinks.finish());
        } finally {
            if (cancelled) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<StackPreview> previewed(Concerned concerned) {
        DetectionListener listener = liveSinks.and(told.listener);
        concerned.selected().forEach(change -> listener.on(new StackEvent.Awaited(change.stack())));
        concerned.skipped().forEach(skipped -> listener.on(new StackEvent.LeftOut(skipped.stack())));
        Previewer previewer = new Previewer(probe, code, told.judge, told.base);
        return previewer.preview(
                concerned.selected(),
                new DriftDetector(
                        previewer.probe(), told.environments, told.judge, told.settings, listener, told.clock));
    }

    private PreviewReport report(Instant startedAt, Concerned concerned, List<StackPreview> stacks) {
        Instant now = told.clock.instant();
        Instant finishedAt = startedAt.isAfter(now) ? startedAt : now;
        RunFacts run = new RunFacts(
                told.ids.get(), startedAt, finishedAt, told.filter.toString(), told.origin, Drift.version());
        return new PreviewReport(
                run,
                new PreviewBase(concerned.base(), told.base.map(DriftReport::run)),
                stacks,
                concerned.deleted(),
                concerned.skipped(),
                told.refusal);
    }

    private static void close(EnvironmentSource environments) {
        try {
            environments.close();
        } catch (RuntimeException broken) {
            // The looks are done; a source that cannot end takes nothing back of what was seen.
        }
    }

    /**
     * Describes a preview. What checks the code and what plans it must be named; everything else has a default. Not safe for use
     * by several threads.
     */
    public static final class Builder {

        private final StackCatalog catalog;
        private final ChangedStacks changes;
        private Optional<DriftProbe> probe = Optional.empty();
        private Optional<CodeCheck> code = Optional.empty();
        private Judge judge = Judge.by(RuleBook.EMPTY);
        private EnvironmentSource environments = EnvironmentSource.ambient();
        private StackFilter filter = Selector.EVERYTHING;
        private EstateDefinition estate = EstateDefinition.UNDEFINED;
        private boolean emptyAllowed;
        private Optional<DriftReport> base = Optional.empty();
        private Optional<String> refusal = Optional.empty();
        private DetectionSettings settings = DetectionSettings.DEFAULT;
        private DetectionListener listener = DetectionListener.SILENT;
        private final List<PreviewSink> sinks = new ArrayList<>();
        private final List<LiveSink> liveSinks = new ArrayList<>();
        private Map<String, String> origin = Map.of();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();
        private Clock clock = Clock.systemUTC();

        Builder(StackCatalog catalog, ChangedStacks changes) {
            this.catalog = requireNonNull(catalog, "catalog is null");
            this.changes = requireNonNull(changes, "changes is null");
        }

        private Builder(Builder other) {
            this(other.catalog, other.changes);
            judge = other.judge;
            environments = other.environments;
            filter = other.filter;
            estate = other.estate;
            emptyAllowed = other.emptyAllowed;
            base = other.base;
            refusal = other.refusal;
            settings = other.settings;
            listener = other.listener;
            sinks.addAll(other.sinks);
            liveSinks.addAll(other.liveSinks);
            origin = other.origin;
            ids = other.ids;
            clock = other.clock;
        }

        /** What checks the code of each stack. Required. */
        public Builder checking(CodeCheck with) {
            this.code = Optional.of(requireNonNull(with, "check is null"));
            return this;
        }

        /** What plans each stack. Required. */
        public Builder planning(DriftProbe with) {
            this.probe = Optional.of(requireNonNull(with, "probe is null"));
            return this;
        }

        /** What is known about resource types; nothing unless told. */
        public Builder judgedBy(RuleBook rules) {
            this.judge = Judge.by(rules);
            return this;
        }

        /** What a look needs to see a stack's account; the environment of this process unless told. Closed by every run. */
        public Builder authenticatedBy(EnvironmentSource source) {
            this.environments = requireNonNull(source, "source is null");
            return this;
        }

        /** Which of the changed stacks; all unless told. */
        public Builder selecting(StackFilter which) {
            this.filter = requireNonNull(which, "filter is null");
            return this;
        }

        /** How the estate is divided, and where the facts of its cells must stay; undefined unless told. */
        public Builder dividedBy(EstateDefinition definition) {
            this.estate = requireNonNull(definition, "definition is null");
            return this;
        }

        /** Lets a selector pick no stack of the estate instead of refusing it. That no stack changed is always allowed. */
        public Builder allowingEmptySelection() {
            this.emptyAllowed = true;
            return this;
        }

        /** A report on the base of the change, which tells what was pending before it. */
        public Builder comparedWith(DriftReport report) {
            this.base = Optional.of(requireNonNull(report, "report is null"));
            return this;
        }

        /** Looks at nothing, and delivers a report that says why. */
        public Builder refusedBecause(String reason) {
            this.refusal = Optional.of(requireNonNull(reason, "reason is null"));
            return this;
        }

        /** How many stacks side by side; five unless told. */
        public Builder parallelism(int stacks) {
            this.settings = settings.with(new Parallelism(stacks));
            return this;
        }

        /** How long one stack may take; fifteen minutes unless told. */
        public Builder timeout(Duration perStack) {
            this.settings = settings.withTimeout(perStack);
            return this;
        }

        /** Who is told what happens while stacks are looked at; nobody unless told. */
        public Builder listening(DetectionListener who) {
            this.listener = requireNonNull(who, "listener is null");
            return this;
        }

        /** One more place that the report goes to, behind those named before. */
        public Builder deliveringTo(PreviewSink sink) {
            sinks.add(requireNonNull(sink, "sink is null"));
            return this;
        }

        /** One more place that is told while the preview goes on, behind those named before. */
        public Builder deliveringTo(LiveSink sink) {
            liveSinks.add(requireNonNull(sink, "sink is null"));
            return this;
        }

        /** Where the preview takes place, told by {@link RunFacts#ORIGINS}; nothing unless told. */
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
         * The preview as described so far.
         *
         * @throws IllegalStateException if nobody was named to check or to plan
         */
        public PreviewRun build() {
            return new PreviewRun(
                    this,
                    probe.orElseThrow(() -> new IllegalStateException("No probe: name one by planning(...)")),
                    code.orElseThrow(() -> new IllegalStateException("No code check: name one by checking(...)")));
        }
    }
}
