package dev.drift.cli;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import dev.drift.preview.PreviewJson;
import dev.drift.preview.PreviewReport;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.report.RunFacts;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        for (Path file : distinct(files, surroundings)) {
            try {
                Value document = ReportJson.document(file.toString(), text(surroundings.at(file)));
                if (PreviewJson.isPreview(document)) {
                    previews.add(PreviewJson.read(file.toString(), document));
                } else {
                    reports.add(ReportJson.read(file.toString(), document));
                }
            } catch (InvalidConfigException wrong) {
                problems.addAll(wrong.problems());
            } catch (IOException unreadable) {
                problems.add(file.toString(), "The file cannot be read: " + unreadable.getMessage());
            }
        }
        return new StoredReports(reports, previews);
    }

    /** The files as they are named, each once, however often and in whichever way it is. */
    static List<Path> distinct(List<Path> files, Surroundings surroundings) {
        Map<Path, Path> byPlace = new LinkedHashMap<>();
        files.forEach(file -> byPlace.putIfAbsent(surroundings.at(file), file));
        return List.copyOf(byPlace.values());
    }

    /** Where the others were made, of those that say it and were not made in that repository; servers do not tell upper from lower case. */
    Set<String> strangers(String repository) {
        return runs().flatMap(run -> run.from("repository").stream())
                .filter(other -> !other.equalsIgnoreCase(repository))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without those that were made in certain repositories. */
    StoredReports without(Set<String> repositories) {
        Predicate<RunFacts> stays =
                run -> run.from("repository").filter(repositories::contains).isEmpty();
        return new StoredReports(
                reports.stream().filter(report -> stays.test(report.run())).toList(),
                previews.stream().filter(preview -> stays.test(preview.run())).toList());
    }

    private Stream<RunFacts> runs() {
        return Stream.concat(
                reports.stream().map(DriftReport::run), previews.stream().map(PreviewReport::run));
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
