package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.preview.PreviewJson;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.report.RunFacts;
import dev.drift.testing.SamplePreviews;
import dev.drift.testing.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of other jobs, put together and told. */
class MergeCommandTest {

    private static final DriftReport WHOLE = SampleReports.everything();

    @TempDir
    Path directory;

    @BeforeEach
    void storeTwoShares() throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        int half = WHOLE.stacks().size() / 2;
        store("1.json", share("share 1/2", 0, half));
        store("2.json", share("share 2/2", half, WHOLE.stacks().size()));
        Files.writeString(directory.resolve("preview.json"), PreviewJson.write(SamplePreviews.scaling()));
    }

    @Test
    void sharesBecomeOneReportThatEndsAsItsVerdictSays() {
        Call call =
                Call.in(directory).of("merge", "2.json", "1.json", "--format", "json", "--report", "markdown=all.md");

        assertThat(call.code()).isEqualTo(3);
        DriftReport merged = ReportJson.read("out", call.out());
        assertThat(merged.stacks()).isEqualTo(WHOLE.stacks());
        assertThat(merged.run().selector()).isEqualTo("environment:prod");
        assertThat(directory.resolve("all.md")).isNotEmptyFile();
    }

    @Test
    void aMissingShareIsRefused() {
        Call call = Call.in(directory).of("merge", "1.json");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("The share 2/2 is missing");
    }

    @Test
    void everyFileThatIsNoReportIsNamed() throws IOException {
        Files.writeString(directory.resolve("broken.json"), "{");

        Call call = Call.in(directory).of("merge", "broken.json", "none.json", "preview.json");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("broken.json:1", "none.json", "A preview cannot be merged");
    }

    @Test
    void sharesAreToldAsOneInTheJobThatDelivers() throws IOException {
        Path summary = Files.createFile(directory.resolve("summary.md"));

        Call call = job(summary).of("deliver", "--expect", "3", "1.json", "2.json", "preview.json");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(Files.readString(summary)).contains("of " + WHOLE.summary().selected() + " stacks");
        assertThat(call.err()).contains("Delivered to GitHub job summary");
    }

    @Test
    void aReportThatIsMissingDoesNotGoUnseen() throws IOException {
        Path summary = Files.createFile(directory.resolve("summary.md"));

        Call call = job(summary).of("deliver", "--expect", "2");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("2 of 2 reports are missing");
    }

    @Test
    void ofAnIncompleteRunNothingIsTold() throws IOException {
        Path summary = Files.createFile(directory.resolve("summary.md"));

        Call call = job(summary).of("deliver", "2.json");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("Not told: ", "The share 1/2 is missing");
        assertThat(summary).isEmptyFile();
    }

    @Test
    void whatAnotherRepositoryReportedIsNotToldByTheFileOfThisOne() throws IOException {
        Path summary = Files.createFile(directory.resolve("summary.md"));
        Files.writeString(directory.resolve("drift.yaml"), "version: 1\n");

        Call elsewhere = job(summary, "acme/other").of("deliver", "1.json", "2.json");
        assertThat(elsewhere.code()).isEqualTo(64);
        assertThat(elsewhere.err())
                .containsOnlyOnce("--root: Not told: what was made in acme/infra, and this is acme/other");
        assertThat(summary).isEmptyFile();
        assertThat(job(summary, "acme/other")
                        .of("deliver", "--alerts", "1.json", "2.json")
                        .err())
                .contains("Not told: what was made in acme/infra");

        Call named = job(summary, "acme/other").of("deliver", "--config", "drift.yaml", "1.json", "2.json");
        assertThat(named.code()).as(named.err()).isZero();
        assertThat(named.err())
                .contains("Told as drift.yaml says: what was made in acme/infra, and this is acme/other");
        assertThat(job(summary, "Acme/Infra").of("deliver", "1.json", "2.json").code())
                .isZero();
    }

    @Test
    void whatWasMadeHereIsToldBesideWhatWasNot() throws IOException {
        Path summary = Files.createFile(directory.resolve("summary.md"));
        RunFacts run = WHOLE.run();
        store(
                "ours.json",
                new DriftReport(
                        new RunFacts(
                                "ours",
                                run.startedAt(),
                                run.finishedAt(),
                                "",
                                Map.of("repository", "acme/other"),
                                run.version()),
                        WHOLE.stacks(),
                        List.of()));

        Call call = job(summary, "acme/other").of("deliver", "1.json", "2.json", "ours.json");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("Delivered to GitHub job summary", "Not told: what was made in acme/infra");
        assertThat(summary).isNotEmptyFile();
    }

    @Test
    void somebodyMustBeThereToBeTold() {
        Call call = Call.in(directory).with(Map.of()).of("deliver", "1.json", "2.json");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("nobody to tell");
    }

    private Call job(Path summary) {
        return Call.in(directory).with(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()));
    }

    private Call job(Path summary, String repository) {
        return Call.in(directory)
                .with(Map.of(
                        "GITHUB_ACTIONS",
                        "true",
                        "GITHUB_STEP_SUMMARY",
                        summary.toString(),
                        "GITHUB_REPOSITORY",
                        repository));
    }

    private static DriftReport share(String share, int from, int to) {
        RunFacts run = WHOLE.run();
        return new DriftReport(
                new RunFacts(
                        share,
                        run.startedAt(),
                        run.finishedAt(),
                        "environment:prod " + share,
                        run.origin(),
                        run.version()),
                WHOLE.stacks().subList(from, to),
                List.of());
    }

    private void store(String name, DriftReport report) throws IOException {
        Files.writeString(directory.resolve(name), ReportJson.write(report));
    }
}
