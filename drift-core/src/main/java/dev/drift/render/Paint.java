package dev.drift.render;

import dev.drift.diagnosis.Severity;
import dev.drift.preview.PreviewReport;
import dev.drift.report.DriftReport;
import dev.drift.report.Verdict;

/**
 * Colours for a terminal, or none.
 *
 * @param colours whether there are any
 */
public record Paint(boolean colours) {

    private static final String ESCAPE = "\u001b[";

    /** Stands out. */
    public String bold(String text) {
        return in("1", text);
    }

    /** Steps back. */
    public String dim(String text) {
        return in("2", text);
    }

    /** Something that went, or must not be missed. */
    public String red(String text) {
        return in("31", text);
    }

    /** Something that came, or is fine. */
    public String green(String text) {
        return in("32", text);
    }

    /** That nothing was looked at must not look like being in sync. */
    String badge(DriftReport report) {
        return report.summary().selected() == 0 ? in("1;33", Headline.verdict(report)) : badge(report.verdict());
    }

    String badge(Verdict verdict) {
        return in(
                switch (verdict) {
                    case IN_SYNC -> "1;32";
                    case DRIFTED -> "1;31";
                    case UNKNOWN -> "1;33";
                },
                Headline.verdict(verdict));
    }

    /** A word that says how a preview came out. */
    String badge(PreviewReport preview) {
        String words = PreviewHeadline.verdict(preview);
        return in(
                switch (words) {
                    case "DESTRUCTIVE", "FAILED" -> "1;31";
                    case "INCOMPLETE", "REFUSED" -> "1;33";
                    default -> "1;32";
                },
                words);
    }

    String severity(Severity severity) {
        return in(
                switch (severity) {
                    case CRITICAL -> "1;31";
                    case HIGH -> "31";
                    case MEDIUM -> "33";
                    case LOW -> "36";
                },
                severity.word());
    }

    /** The sign of what happens to an object. */
    public String sign(char sign) {
        return in(
                switch (sign) {
                    case '+' -> "32";
                    case '-' -> "31";
                    default -> "33";
                },
                String.valueOf(sign));
    }

    private String in(String code, String text) {
        return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
