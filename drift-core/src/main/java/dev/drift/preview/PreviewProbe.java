package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.Outlook;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.preview.Validation.Diagnostic;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks the code of a stack before it lets the stack be planned, all of it in the time of the stack, and remembers what came of
 * it. Code that is not valid is not planned; anything else about it holds up no plan. Where a stack is looked at once more,
 * what was found out for good is not asked again.
 */
final class PreviewProbe implements DriftProbe {

    private final DriftProbe probe;
    private final CodeCheck code;
    private final Judge judge;
    private final Map<Stack, Formatting> formattings = new ConcurrentHashMap<>();
    private final Map<Stack, Validation> validations = new ConcurrentHashMap<>();
    private final Map<Stack, Outlook> outlooks = new ConcurrentHashMap<>();

    PreviewProbe(DriftProbe probe, CodeCheck code, Judge judge) {
        this.probe = requireNonNull(probe, "probe is null");
        this.code = requireNonNull(code, "code is null");
        this.judge = requireNonNull(judge, "judge is null");
    }

    @Override
    public String engine() {
        return probe.engine();
    }

    @Override
    public Observation probe(ProbeRequest request) throws ProbeException {
        long end = System.nanoTime() + request.timeout().toNanos();
        Stack stack = request.stack();
        outlooks.remove(stack);
        if (!(formattings.get(stack) instanceof Formatting.Formatted)) {
            formattings.put(stack, code.format(request));
        }
        if (!(validations.get(stack) instanceof Validation.Valid)) {
            validations.put(stack, code.validate(until(end, request)));
        }
        if (validations.get(stack) instanceof Validation.Invalid invalid) {
            throw new ProbeException(ProbePhase.VALIDATE, firstError(invalid));
        }
        Observation seen = probe.probe(until(end, request));
        judge.outlook(seen).ifPresent(outlook -> outlooks.put(stack, outlook));
        return seen;
    }

    /** How the files of a stack are written; not checked, for a reason, if its look never came to it. */
    Formatting formatting(Stack stack, String otherwise) {
        return formattings.getOrDefault(stack, new Formatting.NotChecked(otherwise));
    }

    /** Whether the code of a stack is valid; not validated, for a reason, if its look never came to it. */
    Validation validation(Stack stack, String otherwise) {
        return validations.getOrDefault(stack, new Validation.NotValidated(otherwise));
    }

    /** What the plan of a stack does, if there is one. */
    Optional<Outlook> outlook(Stack stack) {
        return Optional.ofNullable(outlooks.get(stack));
    }

    private static ProbeRequest until(long end, ProbeRequest request) throws ProbeException {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new ProbeException(ProbePhase.TIMEOUT, "no time was left to plan");
        }
        return request.within(left);
    }

    private static String firstError(Validation.Invalid invalid) {
        Diagnostic first = invalid.diagnostics().stream()
                .filter(Diagnostic::error)
                .findFirst()
                .orElse(invalid.diagnostics().get(0));
        return first.summary() + first.place().map(place -> " (" + place + ")").orElse("");
    }
}
