package dev.drift.cli;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import dev.drift.preview.PreviewJson;
import dev.drift.preview.PreviewReport;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reports that other runs wrote as JSON. */
record StoredReports(List<DriftReport> reports, List<PreviewReport> previews) {

    private static final long MOST_BYTES = 256L * 1024 * 1024;

    StoredReports {
        reports = List.copyOf(reports);
        previews = List.copyOf(previews);
    }

    /** All of the files; what is wrong with any of them is added to the problems. */
    static StoredReports in(List<Path> files, Surroundings surroundings, Problems problems) {
        List<DriftReport> reports = new ArrayList<>();
        List<PreviewReport> previews = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(files)) {
            try {
                String text = text(surroundings.at(file));
                if (PreviewJson.isPreview(text)) {
                    previews.add(PreviewJson.read(file.toString(), text));
                } else {
                    reports.add(ReportJson.read(file.toString(), text));
                }
            } catch (InvalidConfigException wrong) {
                problems.addAll(wrong.problems());
            } catch (IOException unreadable) {
                problems.add(file.toString(), "The file cannot be read: " + unreadable.getMessage());
            }
        }
        return new StoredReports(reports, previews);
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("it is larger than any report");
        }
        return Files.readString(file);
    }
}
