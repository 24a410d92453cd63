package dev.drift.aws.live;

import dev.drift.aws.shared.Loan;
import dev.drift.aws.shared.PlanMemories;
import dev.drift.aws.shared.PlanMemory;
import dev.drift.aws.shared.SentConfiguration;
import dev.drift.aws.state.StateContent;
import dev.drift.aws.state.StateFacts;
import dev.drift.aws.state.StateWatch;
import dev.drift.code.CodeException;
import dev.drift.code.CodeReader;
import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Knows which full plan a stack had, and whether it still stands. For any number of threads. */
final class Recollection {

    /** Of Terraform itself, or of no place in the checkout: they are what the age of a plan is bounded for. */
    private static final Set<String> HARMLESS_TYPES = Set.of("terraform_data", "terraform_remote_state", "http");

    private final FullPlans plans;
    private final CodeReader reader;
    private final PlanMemories memories;
    private final Clock clock;

    Recollection(FullPlans plans, CodeReader reader, PlanMemories memories, Clock clock) {
        this.plans = plans;
        this.reader = reader;
        this.memories = memories;
        this.clock = clock;
    }

    /** Whether the stack may be read without being planned. */
    boolean spares(Stack stack) {
        return memories.of(stack).spares();
    }

    Case about(ProbeRequest request, Loan loan, Optional<StateFacts> facts) {
        StackCode code = loan.code();
        String asked = memories.of(request.stack()).circumstances();
        Circumstances circumstances = new Circumstances(
                code, loan.environment(), request.lease().below().variables().keySet(), asked + " " + loan.releases());
        return new Case(
                plans.seal().word(name(request.stack(), code)),
                clock.instant(),
                plans.seal().word(circumstances.text()),
                oddity(loan, circumstances),
                loan,
                new Case.StateSeen(
                        new StateWatch.Asked(request.stack(), code, loan.environment()),
                        facts,
                        doubt(code, asked, request.lease().below().variables(), circumstances)));
    }

    /** Code is read for the tool that its files look like, and for the data folder of this process. */
    private static Optional<String> doubt(
            StackCode code, String named, Map<String, String> lease, Circumstances circumstances) {
        String asked = named.isEmpty() ? code.tool().command() : named;
        boolean isOther =
                code.tool() != IacTool.TERRAFORM && !asked.equals(code.tool().command());
        if (isOther || (asked.equals(IacTool.TERRAGRUNT.command()) && code.tool() != IacTool.TERRAGRUNT)) {
            return Optional.of(
                    "its files are made for " + code.tool().command() + ", and it is planned with another tool");
        }
        return lease.containsKey("TF_DATA_DIR") && !circumstances.environment().containsKey("TF_WORKSPACE")
                ? Optional.of("its workspace is chosen in a data folder of its own")
                : circumstances.oddArgument().map(argument -> argument + " makes its plan one of its own");
    }

    /**
     * The plan that still stands for a stack.
     *
     * @throws NotLiveException if none does
     */
    FullPlan of(Case asked) throws NotLiveException {
        FullPlan plan = plans.find(asked.name())
                .orElseThrow(() -> new NotLiveException("no full plan in which nothing moved is remembered"));
        Duration age = Duration.between(plan.at(), asked.at());
        if (age.isNegative() || age.compareTo(memory(asked).age()) > 0) {
            throw new NotLiveException("the last full plan is of " + plan.at());
        }
        require(plan.code().equals(asked.loan().code().digest().sha256()), "the code changed since the last full plan");
        require(asked.oddity().isEmpty(), asked.oddity().orElse(""));
        requireSameState(asked);
        require(
                plan.circumstances().equals(asked.circumstances()),
                "the variables, the account or the tool changed since the last full plan");
        require(
                asked.facts()
                        .filter(facts -> FullPlan.state(facts).equals(plan.state()))
                        .isPresent(),
                "the state changed since the last full plan");
        return plan;
    }

    /**
     * Makes sure that a stack is to be read though no plan of it stands.
     *
     * @throws NotLiveException if it is not; the one that says why no plan stands, if every such stack is planned
     */
    void requireToBeRead(Case asked, NotLiveException noPlan) throws NotLiveException {
        if (memory(asked).otherwise() != PlanMemory.Otherwise.READ) {
            throw noPlan;
        }
        requireSameState(asked);
    }

    private PlanMemory memory(Case asked) {
        return memories.of(asked.state().stack());
    }

    private static void requireSameState(Case asked) throws NotLiveException {
        require(asked.doubt().isEmpty(), asked.doubt().orElse(""));
    }

    /** Remembers that nothing moved, if code and state are still what they were before. Returns whether it did. */
    boolean remember(Case asked, int objects, Predicate<StateFacts> stillThere) {
        List<SentConfiguration> sent = asked.loan().sent();
        Optional<StateFacts> facts = asked.facts()
                .filter(seen -> seen.content() instanceof StateContent.Seen content && content.objects() == objects);
        if (asked.oddity().isPresent()
                || asked.doubt().isPresent()
                || facts.isEmpty()
                || !areMemorable(sent)
                || !stillThere.test(facts.get())) {
            return false;
        }
        // The plan is one of the code as it was when the tool read it, which was later than the lease was made.
        if (!read(asked.state().stack())
                .filter(now -> now.digest().equals(asked.loan().code().digest()))
                .isPresent()) {
            return false;
        }
        String code = asked.loan().code().digest().sha256();
        plans.keep(
                asked.name(),
                new FullPlan(asked.at(), code, asked.circumstances(), FullPlan.state(facts.get()), objects, sent));
        return true;
    }

    void forget(String name) {
        plans.forget(name);
    }

    /** Forgets the plan of a stack, under whatever lease it is looked at. */
    void forget(Stack stack) {
        read(stack).ifPresent(code -> forget(plans.seal().word(name(stack, code))));
    }

    private Optional<StackCode> read(Stack stack) {
        try {
            return Optional.of(reader.read(stack.directory()));
        } catch (CodeException unreadable) {
            return Optional.empty();
        }
    }

    /** What a tool sends does not say for which alias it is meant, so there must be one for each provider. */
    private static boolean areMemorable(List<SentConfiguration> sent) {
        Set<String> sources = new HashSet<>();
        return !sent.isEmpty()
                && sent.stream().noneMatch(SentConfiguration::secret)
                && sent.stream().allMatch(one -> sources.add(one.source()));
    }

    private static Optional<String> oddity(Loan loan, Circumstances circumstances) {
        Optional<String> beyond = loan.code().digest().beyond().stream().findFirst();
        if (beyond.isPresent()) {
            return Optional.of("its plan depends on more than the code: " + beyond.get());
        }
        if (circumstances.bearer().isUnknown()) {
            return Optional.of("a program hands out its credentials, and nothing says whose they are");
        }
        return loan.code().resourceTypes().stream()
                .filter(type -> !HARMLESS_TYPES.contains(type) && !isOfOne(loan.sources(), type))
                .findFirst()
                .map(type -> "it names " + type + ", which belongs to a provider that is not shared");
    }

    private static boolean isOfOne(Set<String> sources, String type) {
        return sources.stream()
                .anyMatch(source -> type.startsWith(source.substring(source.lastIndexOf('/') + 1) + "_"));
    }

    /** The same for the same stack of the same repository, wherever it is checked out. */
    private static String name(Stack stack, StackCode code) {
        String place = code.state() instanceof StateLocation.Backend backend
                ? backend.type() + backend.settings() + backend.workspace()
                : "";
        return stack.path() + " " + code.tool() + " " + place;
    }

    private static void require(boolean met, String otherwise) throws NotLiveException {
        if (!met) {
            throw new NotLiveException(otherwise);
        }
    }
}
