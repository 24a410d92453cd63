package dev.drift.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.alert.AlertFilter;
import dev.drift.alert.Change;
import dev.drift.code.IacTool;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.Freshness;
import dev.drift.estate.MaintenanceWindow;
import dev.drift.estate.Region;
import dev.drift.estate.Residency;
import dev.drift.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftYamlTest {

    private static final String WHOLE = """
            version: 1
            tool: terraform
            environments:
              prod:
                select: "Environment:prod"
                regions: [eu-central-1, eu-west-1]
                schedule: "0 */6 * * *"
                parallelism: 10
                freshness: 6h
                budget: 45m
                windows:
                  - { deny: "CRON_TZ=Europe/Berlin 0 22 * * 5", for: 8h, regions: [eu-central-1] }
                  - { allow: "@daily", for: 1d }
                role: "arn:aws:iam::111111111111:role/drift-reader"
                residency: eu
                alerts: [eu-oncall]
                audit: eu
              qa: {}
            on_demand: { parallelism: 6 }
            alerts:
              eu-oncall: { slack: "env:SLACK_EU", min_severity: high, residency: eu }
              night:
                webhook: "env:NIGHT"
                regions: [eu-west-1, global]
                verdicts: [unknown]
                changes: [new, recovered]
                reminder: 3d
            audit:
              eu: { path: "s3://acme-drift-audit-eu/trail", residency: eu }
            """;

    @TempDir
    Path directory;

    @Test
    void understandsEverythingItMayHold() {
        DriftFile file = read(WHOLE);

        assertThat(file.tool()).contains(IacTool.TERRAFORM);
        assertThat(file.estate().onDemand().stacks()).isEqualTo(6);
        EnvironmentDefinition prod = file.estate().environments().get(0);
        assertThat(prod.environment()).hasToString("prod");
        assertThat(prod.select()).hasToString("Environment:prod");
        assertThat(prod.regions()).containsExactly(new Region("eu-central-1"), new Region("eu-west-1"));
        assertThat(prod.rhythm().schedule()).hasToString("Optional[0 */6 * * *]");
        assertThat(prod.rhythm().freshness()).contains(new Freshness(Duration.ofHours(6)));
        assertThat(prod.rhythm().windows().windows())
                .extracting(MaintenanceWindow::kind)
                .containsExactly(MaintenanceWindow.Kind.DENY, MaintenanceWindow.Kind.ALLOW);
        assertThat(prod.means().parallelism().stacks()).isEqualTo(10);
        assertThat(prod.means().budget()).contains(Duration.ofMinutes(45));
        assertThat(prod.means().role()).contains("arn:aws:iam::111111111111:role/drift-reader");
        assertThat(prod.duties().residency()).contains(new Residency("eu"));
        assertThat(file.alerts()).hasSize(2);
        assertThat(file.alerts().get(0).address()).hasToString("env:SLACK_EU");
        AlertRoute oncall = file.alerts().get(0);
        assertThat(oncall.filter()).isEqualTo(AlertFilter.EVERYTHING.atLeast(Severity.HIGH));
        assertThat(oncall.reminder()).isEqualTo(Duration.ofHours(24));
        AlertRoute night = file.alerts().get(1);
        assertThat(night.filter())
                .isEqualTo(AlertFilter.EVERYTHING
                        .in(Set.of(new Region("eu-west-1"), Region.GLOBAL))
                        .hearing(Set.of(Verdict.UNKNOWN))
                        .told(Set.of(Change.NEW, Change.RECOVERED)));
        assertThat(night.reminder()).isEqualTo(Duration.ofDays(3));
        assertThat(file.audit().get(0).path()).isEqualTo("s3://acme-drift-audit-eu/trail");
    }

    @Test
    void takesWhatIsUsualForWhatIsNotSaid() {
        EnvironmentDefinition qa = read(WHOLE).estate().environments().get(1);

        assertThat(qa).isEqualTo(EnvironmentDefinition.usual(qa.environment()));
        assertThat(qa.means().parallelism().stacks()).isEqualTo(8);
        assertThat(read("version: 1").estate()).isEqualTo(DriftFile.NONE.estate());
    }

    @Test
    void anEnvironmentMayBeLookedAtByAnotherEngineThanTheRest() {
        Map<Environment, Engine> own = Map.of(new Environment("prod"), Engine.PLAN);

        assertThat(read(WHOLE).instruments().engines()).isEqualTo(Engines.UNSAID);
        assertThat(read(WHOLE.replace("tool: terraform", "engine: live").replace("budget: 45m", "engine: plan"))
                        .instruments()
                        .engines())
                .isEqualTo(new Engines(Engine.LIVE, own));
        assertThat(read(WHOLE.replace("budget: 45m", "engine: plan"))
                        .instruments()
                        .engines())
                .isEqualTo(new Engines(Engine.AUTO, own));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: 1 | version: 2 | 1:10 | Version 2 is not known: this Drift reads version 1",
                "version: 1 | version: '1' | 1:10 | \"1\" is no whole number",
                "version: 1 | {} | 2:1 | This is no YAML",
                "tool: terraform | tool: terafrom | 2:7 | \"terafrom\" is no tool; did you mean terraform?",
                "tool: terraform | tol: terraform | 2:1 | \"tol\" is not known here; did you mean tool?",
                "tool: terraform | engine: plann | 2:9 | \"plann\" is no engine; did you mean plan?",
                "budget: 45m | engine: fast | 10:13 | \"fast\" is no engine: it is one of auto, live, plan",
                "select: \"Environment:prod\" | select: \"Environment:\" | 5:13 | is no term",
                "regions: [eu-central-1, eu-west-1] | regions: eu-west-1 | 6:14 | A list is expected here, not a text",
                "regions: [eu-central-1, eu-west-1] | regions: [eu-west-1, eu-west-1] | 6:14 | named twice",
                "schedule: \"0 */6 * * *\" | schedule: \"0 */6 * 13 *\" | 7:24 | The month is 1 to 12",
                "schedule: \"0 */6 * * *\" | schedule: 0 25 * * * | 7:17 | The hour is 0 to 23",
                "parallelism: 10 | parallelism: 1000 | 8:18 | Parallelism must be 1 to 256",
                "parallelism: 10 | parallelism: many | 8:18 | \"many\" is no whole number",
                "freshness: 6h | freshness: often | 9:16 | \"often\" is no time: write 90s, 15m, 6h or 3d",
                "freshness: 6h | freshness: 400d | 9:16 | a minute to a year",
                "budget: 45m | budget: 0m | 10:13 | A time budget is positive",
                "budget: 45m | budget: | 10:12 | A text is expected here, not nothing",
                "0 22 * * 5 | 0 22 * * 9 | 12:49 | The day of the week is 0 to 7",
                "{ allow: \"@daily\", for: 1d } | { allow: \"@daily\" } | 13:9 | for how long",
                "{ allow: \"@daily\", for: 1d } | { for: 1d } | 13:9 | One of allow, deny must be said",
                "{ allow: \"@daily\", for: 1d } | { allow: \"@daily\", deny: \"@daily\", for: 1d } | 13:9 | not allow and deny",
                "{ allow: \"@daily\", for: 1d } | { allow: \"@daily\", for: 40d } | 13:33 | a minute to 31 days: 960h",
                "arn:aws:iam::111111111111:role/drift-reader | arn:aws:iam::1:role/drift-reader | 14:11 | 1",
                "alerts: [eu-oncall] | alerts: [eu-oncal] | 16:13 | There is no \"eu-oncal\" below alerts; did you mean eu-oncall?",
                "audit: eu | audit: us | 17:12 | There is no \"us\" below audit",
                "min_severity: high, residency: eu | residency: us | 16:13 | bound to eu, and alerts \"eu-oncall\" to us",
                "trail\", residency: eu | trail\" | 17:12 | bound to eu, and audit \"eu\" to no residency",
                "parallelism: 6 | paralelism: 6 | 19:14 | did you mean parallelism?",
                "env:SLACK_EU | https://hooks.example/T0/s3cr3t | 21:23 | A secret is named, never written out",
                "min_severity: high | min_severity: hihg | 21:53 | \"hihg\" is no severity; did you mean high?",
                "slack: \"env:SLACK_EU\", min | min | 21:14 | One of slack, teams, pagerduty, webhook, sns, eventbridge must be said",
                "path: \"s3://acme-drift-audit-eu/trail\", | | 29:7 | The path is missing",
                "regions: [eu-west-1, global] | regions: global | 24:14 | A list is expected here, not a text",
                "regions: [eu-west-1, global] | regions: [] | 24:14 | leave regions out for all of them",
                "verdicts: [unknown] | verdicts: [in_sync] | 25:16 | \"in_sync\" is no verdict to alert of: it is one of drifted, unknown",
                "verdicts: [unknown] | verdicts: [] | 25:15 | leave verdicts out for all of them",
                "changes: [new, recovered] | changes: [new, recoverd] | 26:20 | \"recoverd\" is no change; did you mean recovered?",
                "changes: [new, recovered] | changes: [] | 26:14 | leave changes out for all of them",
                "reminder: 3d | reminder: daily | 27:15 | \"daily\" is no time: write 90s, 15m, 6h or 3d",
                "reminder: 3d | reminder: 0h | 27:15 | A reminder comes after some time: 0s",
                "reminder: 3d | remainder: 3d | 27:5 | did you mean reminder?",
                "qa: {} | qa: [] | 18:7 | Fields are expected here, not a list",
                "qa: {} | qa: {} %N  qa: {} | 19:3 | \"qa\" is there already",
                "qa: {} | QA: {} %N  qa: {} | 19:7 | The environment qa is defined twice",
                "qa: {} | qa: &a {} %N  stage: *a | 18:7 | Anchors and aliases are not understood",
                "qa: {} | qa: !!map {} | 18:7 | Types of YAML (!) are not understood",
                "qa: {} | qa: { | 20:1 | This is no YAML"
            })
    void saysWhatIsWrongAndWhere(String written, String wrong, String where, String message) {
        String text = WHOLE.replace(written, wrong == null ? "" : wrong.replace(" %N", "\n"));
        assertThat(text).isNotEqualTo(WHOLE);

        List<Problem> problems = problems(text);

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.where()).startsWith("drift.yaml:");
            assertThat(problem.message()).contains(message);
        });
        assertThat(problems)
                .filteredOn(problem -> problem.message().contains(message))
                .extracting(Problem::where)
                .contains("drift.yaml:" + where);
        assertThat(problems.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void saysEverythingAtOnce() {
        assertThat(problems(
                        "version: 3\ntool: x\nenvironments: { prod: { schedule: 'x', sheldule: y }, qa: 7 }\nzzz: 1\n"))
                .extracting(Problem::where)
                .containsExactly(
                        "drift.yaml:1:10",
                        "drift.yaml:2:7",
                        "drift.yaml:3:36",
                        "drift.yaml:3:40",
                        "drift.yaml:3:59",
                        "drift.yaml:4:1");
    }

    @Test
    void isBoundedInEveryDirection() throws IOException {
        StringBuilder bomb = new StringBuilder("version: 1\na: &a [x]\n");
        for (char name = 'b'; name < 'k'; name++) {
            char below = (char) (name - 1);
            bomb.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [*")
                    .append(below)
                    .append(", *")
                    .append(below)
                    .append("]\n");
        }
        assertThat(problems(bomb.toString()))
                .anySatisfy(problem -> assertThat(problem.message()).contains("aliases"));
        assertThat(problems("version: 1\nx: " + "[".repeat(100_000))).isNotEmpty();
        assertThat(problems("version: 1\nx: " + "[".repeat(20) + "]".repeat(20)))
                .extracting(Problem::message)
                .contains("It is nested more than 16 deep");
        assertThat(problems("# " + "x".repeat(1_048_576)))
                .extracting(Problem::message)
                .containsExactly("The file is larger than a mebibyte");
        assertThat(problems("version: 1\n---\nversion: 1\n"))
                .extracting(Problem::toString)
                .containsExactly("drift.yaml:2:1: A second document begins: one is all there can be");
        assertThat(problems("")).extracting(Problem::message).containsExactly("The file says nothing");
        Files.write(directory.resolve("drift.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x20});
        assertThatThrownBy(() -> DriftYaml.read("drift.yaml", directory.resolve("drift.yaml")))
                .hasMessageContaining("not written in UTF-8");
    }

    @RepeatedTest(300)
    void refusesDamageWithProblemsAndNothingElse(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder(WHOLE);
        for (int damage = 0; damage < 3; damage++) {
            int at = random.nextInt(text.length());
            text.replace(
                    at,
                    Math.min(text.length(), at + random.nextInt(4)),
                    String.valueOf(" :{}[]\"'\n-&*!|>%@`x9\t\u0000".charAt(random.nextInt(21))));
        }

        try {
            assertThat(read(text.toString())).isNotNull();
        } catch (InvalidConfigException refused) {
            assertThat(refused.problems())
                    .allSatisfy(problem -> assertThat(problem.where()).startsWith("drift.yaml"));
        }
    }

    @Test
    void isFoundAboveUpToTheRootOfTheRepositoryAndNoFurther() throws IOException {
        Path repository = Files.createDirectories(directory.resolve("repository"));
        Path stack = Files.createDirectories(repository.resolve("stacks/web"));
        Files.writeString(directory.resolve("drift.yaml"), "version: 1");

        assertThat(DriftYaml.above(stack)).isEmpty();
        Files.createDirectories(repository.resolve(".git"));
        assertThat(DriftYaml.above(stack)).isEmpty();
        Files.writeString(repository.resolve("drift.yaml"), "version: 1");
        assertThat(DriftYaml.above(stack)).contains(repository.resolve("drift.yaml"));
        assertThat(DriftYaml.above(directory)).contains(directory.resolve("drift.yaml"));
    }

    private List<Problem> problems(String text) {
        try {
            read(text);
            return List.of();
        } catch (InvalidConfigException refused) {
            return refused.problems();
        }
    }

    private DriftFile read(String text) {
        try {
            Path file = directory.resolve("drift.yaml");
            Files.writeString(file, text);
            return DriftYaml.read("drift.yaml", file);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }
}
