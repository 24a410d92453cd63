package dev.drift.aws.wire;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something a provider has to say of a call.
 *
 * @param severity how much it matters
 * @param summary one line
 * @param detail more of it; may be empty
 */
public record Diagnostic(Severity severity, String summary, String detail) {

    private static final int SEVERITY = 1;
    private static final int SUMMARY = 2;
    private static final int DETAIL = 3;

    public Diagnostic {
        requireNonNull(severity, "severity is null");
        requireNonNull(summary, "summary is null");
        requireNonNull(detail, "detail is null");
    }

    /** How much a diagnostic matters. */
    public enum Severity {
        UNDEFINED(0),
        ERROR(1),
        WARNING(2);

        private final int number;

        Severity(int number) {
            this.number = number;
        }
    }

    /** An error. */
    public static Diagnostic error(String summary, String detail) {
        return new Diagnostic(Severity.ERROR, summary, detail);
    }

    /** What the answer of a method says beside its result; nothing if its answers cannot say anything. */
    public static List<Diagnostic> of(ProviderMethod method, byte[] answer) {
        return method.diagnostics().stream()
                .boxed()
                .flatMap(number -> Message.of(answer).messages(number).stream())
                .map(Diagnostic::read)
                .toList();
    }

    /** An answer of the method that has no result but these; {@code UNDEFINED} cannot be said. */
    public static byte[] answer(ProviderMethod method, Diagnostic... diagnostics) {
        int number = method.diagnostics()
                .orElseThrow(() -> new IllegalArgumentException("No diagnostics can be said by " + method));
        MessageWriter answer = new MessageWriter();
        Stream.of(diagnostics).forEach(diagnostic -> answer.bytes(number, diagnostic.write()));
        return answer.toBytes();
    }

    /** Whether the call failed. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Summary and detail as one text. */
    public String text() {
        return detail.isEmpty() ? summary : summary + ": " + detail;
    }

    private static Diagnostic read(Message message) {
        long severity = message.number(SEVERITY);
        Severity[] known = Severity.values();
        return new Diagnostic(
                severity > 0 && severity < known.length ? known[(int) severity] : Severity.UNDEFINED,
                message.text(SUMMARY),
                message.text(DETAIL));
    }

    private byte[] write() {
        return new MessageWriter()
                .number(SEVERITY, severity.number)
                .text(SUMMARY, summary)
                .text(DETAIL, detail)
                .toBytes();
    }

    /** Details quote values, so only the severity is printed. */
    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
