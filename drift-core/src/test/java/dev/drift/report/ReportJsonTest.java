package dev.drift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.catalog.SkippedStack;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import dev.drift.testing.Golden;
import dev.drift.testing.Outcomes;
import dev.drift.testing.RandomReports;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {

    @Test
    void writesTheFormOfVersionOne() {
        Golden.check("report-version-1.json", ReportJson.write(everything()));
    }

    @Test
    void readsBackWhatItWrote() {
        for (long seed = 0; seed < 300; seed++) {
            DriftReport report = new RandomReports(seed).report();

            DriftReport read = ReportJson.read("report.json", ReportJson.write(report));

            assertThat(read).as("seed %s", seed).isEqualTo(report);
            assertThat(ReportJson.write(read)).as("seed %s", seed).isEqualTo(ReportJson.write(report));
        }
    }

    @Test
    void neverWritesWhatMustNotBeShown() {
        FieldFinding password = new FieldFinding(
                ValuePath.of("password"),
                FieldClass.REVERTED,
                Severity.HIGH,
                Value.of("hunter2"),
                Value.ofNull(),
                true);
        Findings findings = new Findings(
                List.of(resource(ChangeAction.UPDATE, password)),
                Pending.NOTHING,
                List.of(),
                List.of(),
                Map.of(),
                Coverage.complete(1));

        String written =
                ReportJson.write(Reports.of("run-1", Reports.checked("/db", new StackOutcome.Drifted(findings))));

        assertThat(written)
                .contains("\"before\": \"[redacted]\"", "\"after\": null", "\"sensitive\": true")
                .doesNotContain("hunter2");
    }

    @Test
    void keepsEnvironmentAndRegionWhateverDividesTheTags() {
        Stack stack = new Stack(
                StackPath.of("/a"),
                Optional.empty(),
                "a",
                "",
                List.of(Tag.of("environment_prod", "_"), Tag.of("region_eu-central-1", "_")),
                Path.of("/a").toAbsolutePath());
        DriftReport report = Reports.of(
                "run-1",
                new StackReport(
                        new StackCheck(
                                stack, new StackOutcome.InSync(Findings.NONE), "plan", Duration.ZERO, Optional.empty()),
                        Optional.empty()));

        String written = ReportJson.write(report);

        assertThat(written).contains("\"environment\": \"prod\"", "\"region\": \"eu-central-1\"");
        assertThat(ReportJson.write(ReportJson.read("report.json", written))).isEqualTo(written);
    }

    @Test
    void bearsFieldsThatALaterDriftAdds() {
        String written = ReportJson.write(Reports.drifted("run-1"));

        String later = written.replace("\"verdict\"", "\"signature\": {\"by\": []},\n  \"verdict\"")
                .replace("\"engine\"", "\"cause\": \"somebody\", \"engine\"");

        assertThat(later).contains("signature", "cause");
        assertThat(ReportJson.read("report.json", later)).isEqualTo(Reports.drifted("run-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "schema_version": 1       | "schema_version": 2       | schema_version is 2, and this Drift reads version 1
        "schema_version": 1       | "schema_version": "1"     | schema_version must be a whole number from 0 to 2147483647
        "schema_version": 1,      | ''                        | schema_version must be a whole number from 0 to 2147483647
        "outcome": "drifted"      | "outcome": "fine"         | stacks[0].outcome must be one of in_sync, drifted, unknown
        "outcome": "drifted"      | "outcome": "in_sync"      | stacks[0] is refused: A stack in sync has no drift
        "name": "web"             | "name": 5                 | stacks[0].name must be a text
        "path": "/stacks/web"     | "path": "web"             | stacks[0].path is refused: Stack path must be project-absolute: web
        "path": "desired_count"   | "path": "a["              | stacks[0].drift[0].fields[0].path is refused: Path is not written as fields, [positions] and ["names"]: a[
        "sensitive": false        | "sensitive": 0            | stacks[0].drift[0].fields[0].sensitive must be true or false
        "duration_ms": 1000       | "duration_ms": 1.5        | stacks[0].duration_ms must be a whole number
        "id": "run-1"             | "id": null                | run.id must be a text
        "finished_at": "2026      | "finished_at": "1026      | run is refused: A run ends after it starts: 2026-11-23T06:00:00Z, 1026-11-23T06:01:00Z
        "verdict": "drifted"      | "verdict": "in_sync"      | verdict does not follow from the stacks: they say drifted
        "resources": 1            | "resources": 2            | summary does not count what the report lists
        """)
    void saysWhatDoesNotFitAndWhere(String written, String wrong, String problem) {
        String report = ReportJson.write(Reports.drifted("run-1"));
        assertThat(report).contains(written);

        assertThat(problems(report.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(wrong))))
                .containsExactly("report.json: " + problem);
    }

    @Test
    void keepsACellThatTheTagsDoNotSay() {
        Stack web = Stacks.stack("/web", "environment/prod", "region/eu-west-1");
        StackReport live = new StackReport(
                Reports.check(web, Outcomes.inSync()),
                Optional.empty(),
                new Cell(Optional.of(new Environment("live")), Region.of(web)));
        StackReport nowhere = new StackReport(
                Reports.check(Stacks.stack("/tools", "environment/prod", "region/eu-west-1"), Outcomes.scaledTo(3)),
                Optional.empty(),
                Cell.UNASSIGNED);

        DriftReport read = ReportJson.read("report.json", ReportJson.write(Reports.of("run-1", live, nowhere)));

        assertThat(read.cells())
                .map(cell -> cell.cell() + " " + cell.verdict())
                .containsExactly("live/eu-west-1 IN_SYNC", "unassigned DRIFTED");
        assertThat(ReportJson.write(read)).isEqualTo(ReportJson.write(Reports.of("run-1", live, nowhere)));
    }

    @Test
    void namesTheFirstProblemOfEveryStack() {
        String report = ReportJson.write(Reports.of(
                "run-1", Reports.checked("/a", Outcomes.inSync()), Reports.checked("/b", Outcomes.unknown("no"))));

        assertThat(problems(report.replace("\"engine\": \"plan\"", "\"engine\": null")))
                .containsExactly(
                        "report.json: stacks[0].engine must be a text", "report.json: stacks[1].engine must be a text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | report.json:1:1: Text ends where a value is expected",
                "{\"schema_version\": 1 | report.json:1:21: Text ends where '}' is expected",
                "[] | report.json: schema_version must be a whole number from 0 to 2147483647",
            })
    void refusesWhatIsNoReport(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    /** A drifted stack with all there is to say, an unknown one of which a part was seen, one in sync and one skipped. */
    private static DriftReport everything() {
        Stack web =
                Stacks.identified(Stacks.stack("/stacks/prod/web", "environment/prod", "region/eu-central-1"), "web-1");
        Gap gap = new Gap(
                ProbePhase.READ,
                "AccessDenied: s3:GetBucketPolicy",
                Optional.of(ResourceAddress.of("aws_s3_bucket.logs", "aws_s3_bucket")));
        Findings partly = new Findings(
                List.of(), Pending.NOTHING, List.of(), List.of(), Map.of(), new Coverage(3, 2, List.of(gap)));
        StackCheck check = new StackCheck(
                web,
                new StackOutcome.Drifted(oneOfEach()),
                "plan",
                Duration.ofMillis(41_250),
                Optional.of("looked at once more"));
        return new DriftReport(
                Reports.run("run-1"),
                List.of(
                        new StackReport(check, Optional.of(Reports.FINISHED.minusSeconds(7200))),
                        Reports.checked("/stacks/logs", new StackOutcome.Unknown(partly, gap.phase(), gap.reason())),
                        Reports.checked("/stacks/dns", Outcomes.inSync())),
                List.of(new SkippedStack(Stacks.stack("/stacks/dev/web"), "not selected by environment:prod")));
    }

    private static Findings oneOfEach() {
        return new Findings(
                List.of(
                        resource(
                                ChangeAction.UPDATE,
                                field("desired_count", FieldClass.REVERTED, Value.of(1), Value.of(3))),
                        resource(ChangeAction.DELETE)),
                new Pending(
                        List.of(resource(
                                ChangeAction.REPLACE,
                                field("arn", FieldClass.PLANNED, Value.of("arn:aws:1"), Value.unknown()))),
                        1),
                List.of(resource(
                        ChangeAction.UPDATE, field("tags", FieldClass.IGNORED, Value.ofNull(), Value.of("x")))),
                List.of(resource(
                        ChangeAction.UPDATE,
                        new FieldFinding(
                                ValuePath.of("secret").index(0).field("a b").element(),
                                FieldClass.COMPUTED,
                                Severity.LOW,
                                Value.of("old"),
                                Value.of("new"),
                                true))),
                Map.of("null-against-empty", 4, "equal", 2),
                Coverage.complete(12));
    }

    private static ResourceFinding resource(ChangeAction action, FieldFinding... fields) {
        return new ResourceFinding(
                new ResourceAddress(
                        "aws_ecs_service.web[\"a\"]",
                        "aws_ecs_service",
                        action == ChangeAction.DELETE ? Optional.of("00ff00ff") : Optional.empty()),
                action,
                Severity.MEDIUM,
                List.of(fields));
    }

    private static FieldFinding field(String path, FieldClass kind, Value before, Value after) {
        return new FieldFinding(ValuePath.of(path), kind, Severity.MEDIUM, before, after, false);
    }

    private static List<String> problems(String text) {
        InvalidConfigException thrown =
                catchThrowableOfType(InvalidConfigException.class, () -> ReportJson.read("report.json", text));
        assertThat(thrown).isNotNull();
        return thrown.problems().stream().map(Problem::toString).toList();
    }
}
