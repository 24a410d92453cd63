package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.audit.AuditEvent;
import dev.drift.audit.RunJournal;
import dev.drift.audit.RunJournals;
import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.StackCatalog;
import dev.drift.config.InvalidConfigException;
import dev.drift.detection.DetectionSettings;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.report.RunFacts;
import dev.drift.sink.ResidencyGate;
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
 * A provisioning, described as a whole. Immutable; it may be executed any number of times.
 *
 * <pre>{@code
 * ProvisionReport report = ProvisionRun.over(catalog)
 *         .changed(changes)
 *         .applying(applier)
 *         .checking(probe)
 *         .judgedBy(rules)
 *         .destroying(DestroyPolicy.NONE)
 *         .build()
 *         .execute()
 *         .report();
 * }</pre>
 */
public final class ProvisionRun {

    private final Builder told;
    private final Applier applier;

    private ProvisionRun(Builder told, Applier applier) {
        this.told = new Builder(told);
        this.applier = applier;
    }

    /** Starts to describe a provisioning of the stacks of a catalog. */
    public static Builder over(StackCatalog catalog) {
        return new Builder(catalog);
    }

    /**
     * Plans and applies the stacks in run order, looks for drift in those that were applied, and tells the sinks. Blocks until
     * all of it is done, and closes the source of environments behind it.
     *
     * <p>Interrupting the calling thread stops the run: plans in the making are given up, no further stack is begun, and what is
     * being applied comes to its end and is waited for. The report is whole and is delivered then too, and the thread is
     * interrupted when it returns.
     *
     * @throws dev.drift.catalog.CatalogException if the stacks cannot be listed or ordered, or their changes not be told
     * @throws dev.drift.config.InvalidConfigException if the selector picks nothing, unless that is allowed, or if code of what it
     *     picks is not committed, if that is asked for
     */
    public ProvisionResult execute() {
        Instant startedAt = told.clock.instant();
        String id = told.ids.get();
        ProvisionTrail trail = new ProvisionTrail(
                id, told.selection, RunJournals.of(told.journals, told.estate), ProvisionTrail.PATIENCE);
        try {
            Chosen chosen = told.selection.choose();
            trail.begin(chosen.workload());
            return execute(chosen, new Sinks(told.sinks, ResidencyGate.of(told.estate), trail), id, startedAt);
        } catch (InvalidConfigException refused) {
            trail.refused(
                    told.selection.picksAny() ? AuditEvent.Kind.RUN_FAILED : AuditEvent.Kind.NOTHING_SELECTED, refused);
            throw refused;
        } catch (RuntimeException | Error broken) {
            trail.refused(AuditEvent.Kind.RUN_FAILED, broken);
            throw broken;
        }
    }

    private ProvisionResult execute(Chosen chosen, Sinks sinks, String id, Instant startedAt) {
        List<StackProvision> stacks;
        try {
            sinks.tell(new ProvisionEvent.Begun(chosen.order()));
            Site site = new Site(applier, told.environments, told.judge, told.settings, sinks, told.clock);
            stacks = new Inspection(site, told.probe)
                    .of(new Provisioning(site, chosen.order(), told.policy).run(chosen.whys()));
        } finally {
            close(told.environments);
        }
        // Sinks write files and talk to the network, which an interrupted thread cannot.
        boolean stopped = Thread.interrupted();
        try {
            ProvisionReport report = new ProvisionReport(
                    facts(id, startedAt), stacks, chosen.workload().skipped(), chosen.deleted());
            return new ProvisionResult(report, sinks.finish(report));
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RunFacts facts(String id, Instant startedAt) {
        Instant now = told.clock.instant();
        String version = Optional.ofNullable(ProvisionRun.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new RunFacts(
                id,
                startedAt,
                now.isBefore(startedAt) ? startedAt : now,
                told.selection.filter().toString(),
                told.origin,
                version);
    }

    private static void close(EnvironmentSource environments) {
        try {
            environments.close();
        } catch (RuntimeException broken) {
            // The stacks are done; a source that cannot end takes nothing back of it.
        }
    }

    /** Describes a provisioning. Only an applier must be named; everything else has a default. Not safe for use by several threads. */
    public static final class Builder {

        private Selection selection;
        private Optional<Applier> applier = Optional.empty();
        private Optional<DriftProbe> probe = Optional.empty();
        private Judge judge = Judge.by(RuleBook.EMPTY);
        private EnvironmentSource environments = EnvironmentSource.ambient();
        private EstateDefinition estate = EstateDefinition.UNDEFINED;
        private DestroyPolicy policy = DestroyPolicy.ANY;
        private DetectionSettings settings = DetectionSettings.DEFAULT.with(new Parallelism(1));
        private final List<ProvisionSink> sinks;
        private final List<RunJournal> journals;
        private Map<String, String> origin = Map.of();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();
        private Clock clock = Clock.systemUTC();

        Builder(StackCatalog catalog) {
            this.selection = Selection.everythingOf(catalog);
            this.sinks = new ArrayList<>();
            this.journals = new ArrayList<>();
        }

        private Builder(Builder other) {
            this.selection = other.selection;
            this.applier = other.applier;
            this.probe = other.probe;
            this.judge = other.judge;
            this.environments = other.environments;
            this.estate = other.estate;
            this.policy = other.policy;
            this.settings = other.settings;
            this.sinks = new ArrayList<>(other.sinks);
            this.journals = new ArrayList<>(other.journals);
            this.origin = other.origin;
            this.ids = other.ids;
            this.clock = other.clock;
        }

        /** Only stacks that changed; all that are selected unless told. */
        public Builder changed(ChangedStacks only) {
            this.selection = selection.onlyChanged(requireNonNull(only, "changes is null"));
            return this;
        }

        /** Refuses the run before anything is planned if it would apply one of these, whose code is not committed. */
        public Builder refusing(ChangedStacks uncommitted) {
            this.selection = selection.without(requireNonNull(uncommitted, "uncommitted is null"));
            return this;
        }

        /** What plans and applies each stack. Required. */
        public Builder applying(Applier with) {
            this.applier = Optional.of(requireNonNull(with, "applier is null"));
            return this;
        }

        /** What looks for drift in the stacks that were applied; nobody looks unless told. */
        public Builder checking(DriftProbe with) {
            this.probe = Optional.of(requireNonNull(with, "probe is null"));
            return this;
        }

        /** What is known about resource types; nothing unless told. */
        public Builder judgedBy(RuleBook rules) {
            this.judge = Judge.by(rules);
            return this;
        }

        /** What tools need to reach a stack's account; the environment of this process unless told. Closed by every run. */
        public Builder authenticatedBy(EnvironmentSource source) {
            this.environments = requireNonNull(source, "source is null");
            return this;
        }

        /** Which stacks; all unless told. */
        public Builder selecting(StackFilter which) {
            this.selection = selection.by(requireNonNull(which, "filter is null"));
            return this;
        }

        /** Lets a run that selects no stack end as done instead of refusing it. */
        public Builder allowingEmptySelection() {
            this.selection = selection.allowingNone();
            return this;
        }

        /** What the run may destroy; anything the code asks for unless told. */
        public Builder destroying(DestroyPolicy only) {
            this.policy = requireNonNull(only, "policy is null");
            return this;
        }

        /** How many stacks that do not depend on each other side by side; one unless told. */
        public Builder parallelism(int stacks) {
            this.settings = settings.with(new Parallelism(stacks));
            return this;
        }

        /** How long planning, applying and checking one stack may take, each; fifteen minutes unless told. */
        public Builder timeout(Duration each) {
            this.settings = settings.withTimeout(each);
            return this;
        }

        /** One more who is told, behind those named before. */
        public Builder telling(ProvisionSink sink) {
            sinks.add(requireNonNull(sink, "sink is null"));
            return this;
        }

        /** How the estate is divided: what is bound to a residency is told to nobody who does not promise it. */
        public Builder dividedBy(EstateDefinition definition) {
            this.estate = requireNonNull(definition, "estate is null");
            return this;
        }

        /** One more journal in which the run is kept, as far as it concerns the cells of that journal. */
        public Builder keptIn(RunJournal journal) {
            journals.add(requireNonNull(journal, "journal is null"));
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
         * The provisioning as described so far.
         *
         * @throws IllegalStateException if no applier was named
         */
        public ProvisionRun build() {
            return new ProvisionRun(
                    this,
                    applier.orElseThrow(
                            () -> new IllegalStateException("No applier: name one by applying(...) before build()")));
        }
    }
}
