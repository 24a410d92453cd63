package dev.drift.testing;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.preview.CodeCheck;
import dev.drift.preview.Formatting;
import dev.drift.preview.Validation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Code that is as its test says; unless told otherwise it is formatted and valid. */
public final class ScriptedCode implements CodeCheck {

    private final Map<String, Formatting> formattings = new ConcurrentHashMap<>();
    private final Map<String, Validation> validations = new ConcurrentHashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final List<String> validated = new CopyOnWriteArrayList<>();

    /** Lets the files of the stack at the path be written so. */
    public ScriptedCode formattedAt(String path, Formatting formatting) {
        formattings.put(path, formatting);
        return this;
    }

    /** Lets the code of the stack at the path be so. */
    public ScriptedCode validAt(String path, Validation validation) {
        validations.put(path, validation);
        return this;
    }

    /** Lets the code of the stack at the path have one error. */
    public ScriptedCode invalidAt(String path) {
        return validAt(
                path,
                new Validation.Invalid(List.of(new Validation.Diagnostic(
                        true,
                        "Unsupported argument",
                        "",
                        Optional.of(new Validation.Place(path.substring(1) + "/main.tf", 12))))));
    }

    /** Lets the validation of the stack at the path last until its time is over or it is interrupted. */
    public ScriptedCode hangingAt(String path) {
        hanging.add(path);
        return this;
    }

    /** The paths of the stacks that were validated, in the order in which they were. */
    public List<String> validated() {
        return List.copyOf(validated);
    }

    @Override
    public Formatting format(ProbeRequest request) {
        return formattings.getOrDefault(path(request), new Formatting.Formatted());
    }

    @Override
    public Validation validate(ProbeRequest request) throws ProbeException {
        validated.add(path(request));
        if (hanging.contains(path(request))) {
            request.output().accept("waiting");
            hang(request);
        }
        return validations.getOrDefault(path(request), new Validation.Valid(List.of()));
    }

    private static void hang(ProbeRequest request) throws ProbeException {
        try {
            boolean released = new CountDownLatch(1).await(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
            throw new ProbeException(ProbePhase.TIMEOUT, "nothing came within " + request.timeout() + released);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeException(ProbePhase.CANCELLED, "the check was interrupted");
        }
    }

    private static String path(ProbeRequest request) {
        return request.stack().path().value();
    }
}
