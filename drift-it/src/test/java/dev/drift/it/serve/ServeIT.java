package dev.drift.it.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.example.DriftCommand;
import dev.drift.it.tools.Command;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.timetable.MissedTicks;
import dev.drift.timetable.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {

    private static final Duration ENOUGH = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void catchesUpAfterARestartTellsWhatWasMissedAndStopsWhenTold() throws Exception {
        Path root = repository();
        stood(Instant.now().minus(25, ChronoUnit.HOURS));
        Process serve = start(root);
        try {
            Path kept = folder.resolve("state/prod.eu-west-1.json");
            Awaitility.await()
                    .atMost(ENOUGH)
                    .failFast("it ended", () -> !serve.isAlive())
                    .untilAsserted(() -> assertThat(
                                    Standing.read(Files.readString(kept)).due())
                            .isAfter(Instant.now()));
            serve.destroy();
            assertThat(serve.waitFor(ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            serve.destroyForcibly();
        }
        assertThat(serve.exitValue())
                .as(Files.readString(folder.resolve("err")))
                .isEqualTo(143);

        DriftReport report =
                ReportJson.read("report", Files.readString(folder.resolve("state/reports/prod.eu-west-1.json")));
        assertThat(report.stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.stack().path().value()).isEqualTo("/stacks/web"));
        assertThat(report.missed()).extracting(MissedTicks::cause).startsWith(MissedTicks.Cause.DOWN);
        assertThat(Files.readString(folder.resolve("err")))
                .contains("Missed: prod/eu-west-1, ", "Stops: no run begins")
                .doesNotContain("Exception");
        Command.Outcome verified = DriftCommand.run(
                root, Map.of(), "audit", "verify", folder.resolve("trail").toString());
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(trail()).contains("\"missed_tick\"").contains("\"run_finished\"");
    }

    private Path repository() throws IOException {
        Path stack = Files.createDirectories(folder.resolve("checkout/stacks/web"));
        Path root = folder.resolve("checkout");
        Files.writeString(root.resolve("terramate.tm.hcl"), "terramate {\n  required_version = \"~> 0.17\"\n}\n");
        Files.writeString(
                stack.resolve("stack.tm.hcl"), "stack {\n  tags = [\"environment/prod\", \"region/eu-west-1\"]\n}\n");
        Files.writeString(stack.resolve("main.tf"), "resource \"terraform_data\" \"this\" {\n  input = \"a\"\n}\n");
        Files.writeString(root.resolve("drift.yaml"), """
                version: 1
                environments:
                  prod: { regions: [eu-west-1], schedule: "0 */6 * * *", audit: all }
                audit: { all: { path: ../trail } }
                """);
        return root;
    }

    private void stood(Instant due) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("state")).resolve("prod.eu-west-1.json"),
                Standing.at(due).toJson());
    }

    private Process start(Path root) throws IOException {
        return DriftCommand.of(
                        root,
                        Map.of("CI", "", "GITHUB_ACTIONS", "", "TMC_TOKEN", "", "GITHUB_TOKEN", ""),
                        "serve",
                        "--no-deliver",
                        "--audit",
                        folder.resolve("trail").toString(),
                        "--state",
                        folder.resolve("state").toString(),
                        "--history",
                        folder.resolve("history").toString())
                .start(folder.resolve("out"), folder.resolve("err"));
    }

    private String trail() throws IOException {
        try (var files = Files.walk(folder.resolve("trail"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            StringBuilder text = new StringBuilder();
            for (Path file : all) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
