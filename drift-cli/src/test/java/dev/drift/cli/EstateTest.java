package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.cli.estate.Engine;
import dev.drift.cli.estate.Engines;
import dev.drift.estate.Environment;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code drift.yaml} changes about looking at stacks. */
class EstateTest {

    @TempDir
    Path directory;

    private Repository repository = new Repository(Path.of(""));

    @BeforeEach
    void repository() {
        repository = Repository.sample(directory).write("drift.yaml", """
                        version: 1
                        environments:
                          live: { select: "environment:prod", regions: [eu-central-1, eu-west-1] }
                          qa: {}
                        """);
    }

    @Test
    void everyCellSaysForItselfHowItIs() {
        Call call = Call.in(
                        directory, ScriptedRuns.IN_SYNC.drifting("eu-west-1").failing("qa"))
                .of("detect", "--report", "json=drift.json", "--format", "markdown");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out())
                .contains(
                        "| `live/eu-central-1` | IN SYNC | 0 | 2 |",
                        "| `live/eu-west-1` | DRIFTED | 2 | 1 |",
                        "| `qa/eu-south-1` | UNKNOWN | 3 | 1 |",
                        "| `unassigned` | IN SYNC | 0 | 1 |");
    }

    @Test
    void stacksInNoEnvironmentAreSelectedByTheNameOfTheirCell() {
        Call call = Call.in(directory, ScriptedRuns.IN_SYNC)
                .of("detect", "--environment", "unassigned", "--format", "json");

        DriftReport report = ReportJson.read("report", call.out());
        assertThat(call.code()).isZero();
        assertThat(report.cells()).map(cell -> cell.cell().toString()).containsExactly("unassigned");
        assertThat(report.skipped())
                .isNotEmpty()
                .allSatisfy(
                        skipped -> assertThat(skipped.reason()).isEqualTo("not selected by environment:unassigned"));
    }

    @Test
    void anEnvironmentIsWhatTheFileSays() {
        Call call = Call.in(directory, ScriptedRuns.IN_SYNC)
                .of("detect", "--environment", "live", "--region", "eu-west-1", "--format", "json");

        DriftReport report = ReportJson.read("report", call.out());
        assertThat(report.cells()).map(cell -> cell.cell().toString()).containsExactly("live/eu-west-1");
        assertThat(report.skipped())
                .hasSize(4)
                .allSatisfy(skipped ->
                        assertThat(skipped.reason()).isEqualTo("not selected by environment:live,region:eu-west-1"));
        assertThat(Call.in(directory).of("list", "--environment", "live").out()).hasLineCount(3);
    }

    @Test
    void anEnvironmentThatTheFileDoesNotKnowIsAMistake() {
        Call call = Call.in(directory, ScriptedRuns.IN_SYNC).of("detect", "--environment", "liv");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("There is no environment liv in drift.yaml; did you mean live?");
    }

    @Test
    void aFileThatIsWrongIsToldAsAWholeAndNothingIsLookedAt() {
        repository.write("drift.yaml", "version: 1\nenvironments: { live: { parallelism: 0, schedul: x } }\n");

        Call call = Call.in(directory.resolve("stacks"), ScriptedRuns.IN_SYNC).of("detect", "--root", "..");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("drift.yaml:2:38: Parallelism", "drift.yaml:2:41: \"schedul\" is not known");
        assertThat(call.out()).isEmpty();
    }

    @Test
    void aCellWhoseWindowIsClosedIsSkippedUnlessSomebodyInsists() {
        repository.write("drift.yaml", """
                version: 1
                environments:
                  prod: { windows: [{ deny: "* * * * *", for: 1h, regions: [eu-west-1] }] }
                """);

        DriftReport closed = report();
        DriftReport insisted = report("--ignore-windows");

        assertThat(closed.stacks()).hasSize(4);
        assertThat(closed.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason()).startsWith("maintenance window: closed"));
        assertThat(insisted.stacks()).hasSize(5);
    }

    @Test
    void theFileSaysWhatLooksAtEachEnvironmentUnlessAnOptionDoes() {
        repository.write("drift.yaml", "version: 1\nengine: live\nenvironments: { prod: { engine: plan }, qa: {} }\n");
        NotingRuns runs = new NotingRuns();

        assertThat(Call.in(directory, runs).of("detect").code()).isZero();
        assertThat(Call.in(directory, runs).of("detect", "--engine", "auto").code())
                .isZero();
        assertThat(Call.in(directory, runs).of("detect", "--provider", "plain").code())
                .isZero();
        repository.write("drift.yaml", "version: 1\n");
        assertThat(Call.in(directory, runs).of("detect").code()).isZero();

        Engines said = new Engines(Engine.LIVE, Map.of(new Environment("prod"), Engine.PLAN));
        assertThat(runs.engines()).containsExactly(said, Engines.all(Engine.AUTO), said, Engines.UNSAID);
    }

    private DriftReport report(String... more) {
        String[] arguments = Stream.concat(Stream.of("detect", "--format", "json"), Stream.of(more))
                .toArray(String[]::new);
        return ReportJson.read(
                "report", Call.in(directory, ScriptedRuns.IN_SYNC).of(arguments).out());
    }
}
