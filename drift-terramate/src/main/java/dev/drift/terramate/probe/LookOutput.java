package dev.drift.terramate.probe;

import dev.drift.observation.KnownSecrets;
import dev.drift.terramate.output.HeldLines;
import dev.drift.terramate.output.SafeText;
import dev.drift.terramate.process.ToolRun;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the tools of one look print, on its way to whoever listens: no line leaves that holds a secret of the environment, and
 * lines that may hold values wait until the plan has told which of them are secret. Safe for use by several threads.
 */
final class LookOutput {

    private final Consumer<String> out;
    private final Redaction redaction;
    private final HeldLines lines;
    private final AtomicReference<@Nullable PrintedPlan> plan = new AtomicReference<>();
    /** How to hide what is secret, from the moment that is known, or nobody will tell any more. */
    private final AtomicReference<@Nullable UnaryOperator<String>> hiding = new AtomicReference<>();

    LookOutput(Consumer<String> out, Redaction redaction) {
        this.out = out;
        this.redaction = redaction;
        this.lines = new HeldLines(this::leave);
    }

    /** Takes the lines of one step. */
    Consumer<String> of(Step step) {
        PrintedPlan printed = new PrintedPlan();
        if (step == Step.PLAN) {
            plan.set(printed);
        }
        return line -> {
            String clean = redaction.clean(line);
            printed.add(clean);
            pass(clean);
        };
    }

    /** Takes one line of any step. */
    void print(String line) {
        pass(redaction.clean(line));
    }

    /** A step is over; what it said besides leaves no plan that could be told apart. */
    void ended(Step step, ToolRun run) {
        if (step == Step.PLAN && !run.errors().lines().isEmpty()) {
            plan.set(null);
        }
    }

    /** The plan for people, if it was printed as it is shown. */
    Optional<String> plan() {
        return Optional.ofNullable(plan.get()).flatMap(PrintedPlan::text);
    }

    /** The plan has told what is secret. */
    void release(KnownSecrets secrets) {
        release(secrets::hiddenIn);
    }

    /** If nobody has told, nobody will any more; what still waits leaves as it is, so that failures can be understood. */
    void close() {
        release(line -> line);
    }

    private void release(UnaryOperator<String> how) {
        hiding.compareAndSet(null, how);
        lines.release(line -> line);
    }

    private void pass(String line) {
        if (hiding.get() == null) {
            lines.add(line);
        } else {
            leave(line);
        }
    }

    private void leave(String line) {
        UnaryOperator<String> known = hiding.get();
        out.accept(SafeText.line(known == null ? line : known.apply(line)));
    }
}
