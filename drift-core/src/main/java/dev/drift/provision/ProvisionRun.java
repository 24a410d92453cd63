package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.StackOrder;
import dev.drift.catalog.Workload;
import dev.drift.detection.DetectionSettings;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.estate.Parallelism;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.report.RunFacts;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Sinks sinks;

    private ProvisionRun(Builder told, Applier applier) {
        this.told = new Builder(told);
        this.applier = applier;
        this.sinks = new Sinks(told.sinks);
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
     * @throws dev.drift.config.InvalidConfigException if the selector picks nothing, unless that is allowed
     */
    public ProvisionResult execute() {
        Instant startedAt = told.clock.instant();
        Map<Stack, String> whys = new HashMap<>();
        Workload workload = workload(whys);
        StackOrder order = told.catalog.order(workload.selected());
        List<StackProvision> stacks;
        try {
            sinks.tell(new ProvisionEvent.Begun(order));
            Site site = new Site(applier, told.environments, told.judge, told.settings, sinks, told.clock);
            stacks = new Inspection(site, told.probe).of(new Provisioning(site, order, told.policy).run(whys));
        } finally {
            close(told.environments);
        }
        // Sinks write files and talk to the network, which an interrupted thread cannot.
        boolean stopped = Thread.interrupted();
        try {
            ProvisionReport report = new ProvisionReport(facts(startedAt), stacks, workload.skipped());
            return new ProvisionResult(report, sinks.finish(report));
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Workload workload(Map<Stack, String> whys) {
        Workload selected = Workload.byPath(told.catalog, told.filter);
        if (!told.emptyAllowed) {
            selected.refuseEmpty(told.filter);
        }
        if (told.changes.isEmpty()) {
            return selected;
        }
        List<ChangedStack> changed = told.changes.get().changed();
        changed.forEach(change -> whys.put(change.stack(), change.why()));
        return selected.onlyChanged(changed);
    }

    private RunFacts facts(Instant startedAt) {
        Instant now = told.clock.instant();
        String version = Optional.ofNullable(ProvisionRun.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new RunFacts(
                told.ids.get(),
                startedAt,
                now.isBefore(startedAt) ? startedAt : now,
                told.filter.toString(),
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

        private final StackCatalog catalog;
        private Optional<ChangedStacks> changes = Optional.empty();
        private Optional<Applier> applier = Optional.empty();
        private Optional<DriftProbe> probe = Optional.empty();
        private Judge judge = Judge.by(RuleBook.EMPTY);
        private EnvironmentSource environments = EnvironmentSource.ambient();
        private StackFilter filter = Selector.EVERYTHING;
        private boolean emptyAllowed;
        private DestroyPolicy policy = DestroyPolicy.ANY;
        private DetectionSettings settings = DetectionSettings.DEFAULT.with(new Parallelism(1));
        private List<ProvisionSink> sinks = new ArrayList<>();
        private Map<String, String> origin = Map.of();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();
        private Clock clock = Clock.systemUTC();

        Builder(StackCatalog catalog) {
            this.catalog = requireNonNull(catalog, "catalog is null");
        }

        private Builder(Builder other) {
            this.catalog = other.catalog;
            this.changes = other.changes;
            this.applier = other.applier;
            this.probe = other.probe;
            this.judge = other.judge;
            this.environments = other.environments;
            this.filter = other.filter;
            this.emptyAllowed = other.emptyAllowed;
            this.policy = other.policy;
            this.settings = other.settings;
            this.sinks = new ArrayList<>(other.sinks);
            this.origin = other.origin;
            this.ids = other.ids;
            this.clock = other.clock;
        }

        /** Only stacks that changed; all that are selected unless told. */
        public Builder changed(ChangedStacks only) {
            this.changes = Optional.of(requireNonNull(only, "changes is null"));
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
            this.filter = requireNonNull(which, "filter is null");
            return this;
        }

        /** Lets a run that selects no stack end as done instead of refusing it. */
        public Builder allowingEmptySelection() {
            this.emptyAllowed = true;
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
