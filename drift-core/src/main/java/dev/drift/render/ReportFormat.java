package dev.drift.render;

import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms a report can be written in. */
public enum ReportFormat {
    /** For somebody at a terminal, without colours; {@link ConsoleReport} does more. */
    CONSOLE {
        @Override
        public String render(DriftReport report) {
            return ConsoleReport.PLAIN.render(report);
        }
    },
    /** The stable form for programs, the only one that is read back. */
    JSON {
        @Override
        public String render(DriftReport report) {
            return ReportJson.write(report);
        }
    },
    /** For comments and job summaries on GitHub. */
    MARKDOWN {
        @Override
        public String render(DriftReport report) {
            return MarkdownReport.COMMENT.render(report);
        }
    },
    /** For build servers. */
    JUNIT {
        @Override
        public String render(DriftReport report) {
            return JunitReport.render(report);
        }
    },
    /** For code scanning. */
    SARIF {
        @Override
        public String render(DriftReport report) {
            return SarifReport.render(report);
        }
    };

    /** The report as text. */
    public abstract String render(DriftReport report);

    /** The word for it on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words for all of them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ReportFormat::word).toList();
    }

    /** The format of that word, if there is one. */
    public static Optional<ReportFormat> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
