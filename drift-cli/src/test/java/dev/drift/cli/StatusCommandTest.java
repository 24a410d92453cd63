package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.history.FileHistory;
import dev.drift.history.LastCheck;
import dev.drift.report.ReportJson;
import dev.drift.report.StackReport;
import dev.drift.stack.StackPath;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

    @TempDir
    Path directory;

    @BeforeEach
    void repository() {
        Repository.sample(directory).write("drift.yaml", """
                        version: 1
                        environments:
                          prod: { regions: [eu-central-1, eu-west-1], freshness: 6h }
                          qa: { freshness: 12h }
                        """);
    }

    @Test
    void saysWhatIsOverdueAndExitsAccordingly() {
        Call before = status();
        assertThat(before.code()).isEqualTo(3);
        assertThat(before.out()).containsPattern("prod/eu-west-1 +1 +never +6h +OVERDUE");

        detect("--select", "!nothing");

        Call after = status();
        assertThat(after.code()).isZero();
        assertThat(after.out())
                .containsPattern("prod/eu-central-1 +2 +20\\S+Z \\(0 min ago\\) +6h +fresh")
                .containsPattern("unassigned +1 +20\\S+Z \\(0 min ago\\) +-\n");
    }

    @Test
    void saysTheSameToPrograms() throws JsonException {
        detect("--environment", "prod");

        Value status = Json.read(status("--format", "json").out());

        assertThat(status.field("overdue")).isEqualTo(Value.of(true));
        assertThat(status.field("cells").items())
                .map(cell -> cell.field("name").text().orElseThrow() + " " + cell.field("overdue"))
                .containsExactly(
                        "prod/eu-central-1 false", "prod/eu-west-1 false", "qa/eu-south-1 true", "unassigned false");
    }

    @Test
    void aStackOfWhichNothingCanBeSaidDoesNotMakeItsCellFresh() {
        Call.in(directory, ScriptedRuns.IN_SYNC.failing("qa")).of("detect", "--history", "history");

        Call status = status();

        assertThat(status.code()).isEqualTo(3);
        assertThat(status.out()).containsPattern("qa/eu-south-1 +1 +never +12h +OVERDUE");
    }

    @Test
    void aQuietRunDoesNotRemarkWhatItsHistoryNeverSaw() {
        String[] words = {"--environment", "prod", "--region", "eu-west-1"};
        assertThat(detect(words).err()).contains("which never saw them: ");

        Call call = detect(Stream.concat(Stream.of("--quiet"), Stream.of(words)).toArray(String[]::new));

        assertThat(call.code()).isZero();
        assertThat(call.err()).isEmpty();
    }

    @Test
    void everyRunNamesTheOtherCellsThatAreOverdue() {
        FileHistory.in(directory.resolve("history"), line -> {})
                .remember(List.of(new LastCheck(
                        StackPath.of("/stacks/qa/eu-south-1/web"),
                        Instant.now().minus(Duration.ofHours(30)),
                        Optional.empty(),
                        Optional.empty())));

        Call call = detect("--environment", "prod", "--region", "eu-west-1");

        assertThat(call.code()).isZero();
        assertThat(call.err())
                .contains("Overdue: qa/eu-south-1, last complete check 20", "(30 h ago), objective 12h")
                .contains("which never saw them: prod/eu-central-1\n")
                .doesNotContain("eu-west-1,");
    }

    @Test
    void knowsSinceWhenAStackDriftsFromRunToRun() {
        ScriptedRuns runs = ScriptedRuns.IN_SYNC.drifting("qa");
        String[] arguments = {"detect", "--history", "history", "--format", "json"};
        Instant first = driftedSince(Call.in(directory, runs).of(arguments));

        Instant second = driftedSince(Call.in(directory, runs).of(arguments));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aHistoryThatCannotBeWrittenIsSaidAndFailsNothing() throws IOException {
        Files.writeString(directory.resolve("history"), "in the way");

        Call call = detect();

        assertThat(call.code()).isZero();
        assertThat(call.err()).contains("Not delivered to history", "cannot be written below " + directory);
    }

    @Test
    void remembersBelowTheStateOfTheUserUnlessToldOtherwise() {
        Path state = directory.resolve("state");

        Call.in(directory, ScriptedRuns.IN_SYNC)
                .with(Map.of("XDG_STATE_HOME", state.toString()))
                .of("detect");
        Call status = Call.in(directory)
                .with(Map.of("XDG_STATE_HOME", state.toString()))
                .of("status");

        assertThat(status.code()).isZero();
        assertThat(state.resolve("drift/history")).isNotEmptyDirectory();
        assertThat(Call.in(directory).of("status").code()).isEqualTo(64);
    }

    private static Instant driftedSince(Call call) {
        return ReportJson.read("report", call.out()).stacks().stream()
                .map(StackReport::driftedSince)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private Call detect(String... more) {
        return call("detect", ScriptedRuns.IN_SYNC, more);
    }

    private Call status(String... more) {
        return call("status", ScriptedRuns.IN_SYNC, more);
    }

    private Call call(String command, ScriptedRuns runs, String... more) {
        String[] arguments = Stream.concat(Stream.of(command, "--history", "history"), Stream.of(more))
                .toArray(String[]::new);
        return Call.in(directory, runs).of(arguments);
    }
}
