package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.cli.estate.Engine;
import dev.drift.cli.estate.Engines;
import dev.drift.estate.Environment;
import dev.drift.history.FileHistory;
import dev.drift.history.LastCheck;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.stack.StackPath;
import dev.drift.timetable.MissedTicks;
import dev.drift.timetable.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServeCommandTest {

    @TempDir
    Path directory;

    @BeforeEach
    void repository() {
        Repository.sample(directory).write("drift.yaml", """
                        version: 1
                        environments:
                          prod: { regions: [eu-central-1, eu-west-1], schedule: "0 */6 * * *", audit: all }
                          qa: { freshness: 12h }
                        audit: { all: { path: trail } }
                        """);
    }

    @Test
    void saysWhenCellsAreDueAndLooksAtNothing() throws IOException {
        stood("prod.eu-west-1", Instant.now().minus(7, ChronoUnit.HOURS));

        Call dry = Call.in(directory, ScriptedRuns.IN_SYNC).of("serve", "--dry-run", "--state", "state");

        assertThat(dry.code()).isZero();
        assertThat(dry.out().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .matches("prod/eu-central-1  (\\S+Z  ){3}\\(0 \\*/6 \\* \\* \\* and [0-9]+ min\\)"))
                .anySatisfy(line -> assertThat(line).startsWith("prod/eu-west-1     at once (20"));
        assertThat(directory.resolve("trail")).doesNotExist();
    }

    @Test
    void aTickThatWasMissedIsRunAndToldInReportAuditTrailAndMessages() throws Exception {
        stood("prod.eu-west-1", Instant.now().minus(13, ChronoUnit.HOURS));
        Call serve = Call.in(directory, ScriptedRuns.IN_SYNC.drifting("/prod/"));
        Thread serving = new Thread(() -> serve.of("serve", "--state", "state", "--history", "history"));
        serving.start();
        Path kept = directory.resolve("state/prod.eu-west-1.json");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(Standing.read(Files.readString(kept)).due()).isAfter(Instant.now()));
        serving.interrupt();
        serving.join();

        DriftReport report =
                ReportJson.read("report", Files.readString(directory.resolve("state/reports/prod.eu-west-1.json")));
        assertThat(report.stacks())
                .extracting(stack -> stack.stack().path().value())
                .containsExactly("/stacks/prod/eu-west-1/web");
        assertThat(report.missed()).extracting(MissedTicks::cause).startsWith(MissedTicks.Cause.DOWN);
        assertThat(directory.resolve("state/reports/prod.eu-central-1.json")).doesNotExist();
        try (var trail = Files.walk(directory.resolve("trail"))) {
            assertThat(trail.filter(Files::isRegularFile).map(ServeCommandTest::text))
                    .anySatisfy(
                            text -> assertThat(text).contains("\"missed_tick\"").contains("\"drifted\""));
        }
        assertThat(serve.code()).isZero();
        assertThat(serve.err())
                .contains("Missed: prod/eu-west-1, ")
                .contains("prod/eu-west-1: drifted, 1 drifted · 0 in sync");
    }

    @Test
    void aChangedFileIsTakenAndOneThatCannotBeUsedIsToldOnceWhileTheOneBeforeHolds() throws Exception {
        NotingRuns runs = new NotingRuns();
        Call serve = Call.in(directory, runs);
        Thread serving = new Thread(() -> serve.of("serve", "--state", "state", "--history", "history"));
        serving.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(directory.resolve("state/prod.eu-west-1.json")));
        assertThat(runs.engines()).containsOnly(Engines.UNSAID);
        String good = text(directory.resolve("drift.yaml"));

        Files.writeString(directory.resolve("drift.yaml"), good.replace("regions", "reggions"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(trail()).contains("\"configuration_refused\""));
        stood("qa.eu-south-1", Instant.now().minus(7, ChronoUnit.HOURS));
        Files.writeString(
                directory.resolve("drift.yaml"),
                good.replace("freshness: 12h", "schedule: \"0 */6 * * *\", engine: plan"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(directory.resolve("state/reports/qa.eu-south-1.json")));
        serving.interrupt();
        serving.join();

        assertThat(serve.code()).isZero();
        assertThat(serve.err())
                .contains("drift.yaml:3:11: \"reggions\" is not known here; did you mean regions?")
                .containsOnlyOnce("drift.yaml was changed and cannot be used; what it said before holds")
                .contains("drift.yaml was changed; serves prod/eu-central-1, prod/eu-west-1, qa/");
        assertThat(trail()).doesNotContain("reggions");
        assertThat(runs.engines())
                .last()
                .isEqualTo(new Engines(Engine.AUTO, Map.of(new Environment("qa"), Engine.PLAN)));
    }

    @Test
    void aLookFindsTheTicksThatWhoeverRunsTheSchedulesDropped() throws Exception {
        StackPath web = StackPath.of("/stacks/prod/eu-west-1/web");
        FileHistory.in(directory.resolve("history"), line -> {})
                .remember(List.of(new LastCheck(
                        web, Instant.now().minus(25, ChronoUnit.HOURS), Optional.empty(), Optional.empty())));
        String[] detect = {"detect", "--environment", "prod", "--history", "history", "--report", "json=report.json"};

        Call first = Call.in(directory, ScriptedRuns.IN_SYNC).of(detect);

        DriftReport report = ReportJson.read("report", Files.readString(directory.resolve("report.json")));
        assertThat(report.missed().get(0).cause()).isEqualTo(MissedTicks.Cause.UNRECORDED);
        assertThat(report.missed().get(0).count()).isBetween(3, 4);
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("Missed: prod/eu-west-1, ").doesNotContain("Missed: prod/eu-central-1");
        assertThat(Call.in(directory, ScriptedRuns.IN_SYNC).of(detect).out()).doesNotContain("Missed");
    }

    @Test
    void refusesWhatCannotBeServed() {
        assertThat(Call.in(directory, ScriptedRuns.IN_SYNC)
                        .of("serve", "--state", "state", "--audit", "s3://")
                        .code())
                .isEqualTo(64);
        Repository.in(directory).write("drift.yaml", "version: 1\nenvironments: { prod: {} }\n");

        Call nothing = Call.in(directory, ScriptedRuns.IN_SYNC).of("serve", "--state", "state");

        assertThat(nothing.code()).isEqualTo(64);
        assertThat(nothing.err()).contains("No environment has a schedule");
    }

    @Test
    void aDatabaseIsNamedAndItsAddressNeverShown() {
        String nobody = "postgresql://drift:pa55%2Bword@127.0.0.1:1/ticks";
        Call written = served(nobody, "--database", nobody);
        Call missing = served("", "--database", "env:DRIFT_DATABASE_URL");
        Call wrong = served("mysql://drift:pa55%2Bword@db/ticks", "--database", "env:DRIFT_DATABASE_URL");
        Call refused = served(nobody, "--database", "env:DRIFT_DATABASE_URL");
        Call rehearsed = served(nobody, "--dry-run", "--database", "env:DRIFT_DATABASE_URL");

        assertThat(List.of(written, missing, wrong)).extracting(Call::code).containsOnly(64);
        assertThat(missing.err()).contains("env:DRIFT_DATABASE_URL: The variable is not set, or is empty");
        assertThat(wrong.err()).contains("--database: That is no address such as postgresql://");
        assertThat(List.of(refused, rehearsed)).allSatisfy(call -> {
            assertThat(call.code()).isEqualTo(1);
            assertThat(call.err())
                    .contains("The database of the ticks cannot be used: Connection to 127.0.0.1:1 refused");
        });
        assertThat(List.of(written, missing, wrong, refused, rehearsed))
                .allSatisfy(call -> assertThat(call.err()).doesNotContain("pa55"));
    }

    private Call served(String address, String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--state", "state"));
        arguments.addAll(List.of(options));
        return Call.in(directory, ScriptedRuns.IN_SYNC)
                .with(Map.of("DRIFT_DATABASE_URL", address))
                .of(arguments.toArray(String[]::new));
    }

    private void stood(String cell, Instant due) throws IOException {
        Path state = Files.createDirectories(directory.resolve("state"));
        Files.writeString(
                state.resolve(cell + ".json"),
                Standing.at(due.truncatedTo(ChronoUnit.SECONDS)).toJson());
    }

    private String trail() throws IOException {
        if (!Files.exists(directory.resolve("trail"))) {
            return "";
        }
        try (var trail = Files.walk(directory.resolve("trail"))) {
            return trail.filter(Files::isRegularFile)
                    .map(ServeCommandTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
