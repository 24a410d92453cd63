package dev.drift.github.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.catalog.SkippedStack;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.report.DriftReport;
import dev.drift.report.RunFacts;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import dev.drift.testing.Outcomes;
import dev.drift.testing.RandomReports;
import dev.drift.testing.Reports;
import dev.drift.testing.SampleReports;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageTest {

    private static final Footer FOOTER = new Footer(Optional.empty());
    static final Pattern ACTIVE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n]]");

    static Stream<String> hostileTexts() {
        return Stream.of(
                "right\u202eto left\u2066 invisible\u200b",
                "` `` ``` ```` ~~~ a|b\\|c",
                "@everyone @octocat #1 GH-1 acme/infra#2 https://evil.example",
                "[click](https://evil.example) ![](https://evil.example/x.png) **bold** # head",
                "\n```\n</details></summary></code></td></table>\n# owned",
                "--> <!-- drift:report key=0000000000000000 state=0000000000000000 --> <script>evil</script>",
                "\n::error::owned\n##[error]owned %0A::error::owned",
                "",
                "A".repeat(70_000),
                "`|\u202e@all\n".repeat(7_000));
    }

    @Test
    void whatIsWaivedIsListed() {
        DriftReport report = Reports.of("run", Reports.checked("/stacks/web", Outcomes.waivedAt(3)));

        assertThat(StickyPage.of(report, FOOTER).body())
                .contains("1 stack with drift that is waived", "`aws_ecs_service.web waived until 2026-12-31: ");
    }

    @Test
    void nothingLookedAtIsNeitherInSyncNorASuccess() {
        SkippedStack closed = new SkippedStack(
                Reports.checked("/stacks/web", Outcomes.inSync()).stack(), MaintenanceWindows.REASON + "closed");
        CheckOutput check = CheckOutput.of(
                new DriftReport(Reports.of("run").run(), List.of(), List.of(closed)), Path.of("/checkout"), FOOTER);

        assertThat(check.conclusion()).isEqualTo("neutral");
        assertThat(check.summary()).contains("**NOTHING LOOKED AT**").doesNotContain("IN SYNC");
        assertThat(check.text()).contains("1 stack not looked at, since maintenance windows are closed");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void nothingOfAStrangerActsOrLeavesItsPlace(String text) {
        DriftReport report = SampleReports.hostile(text);
        List<String> pages = new ArrayList<>(List.of(
                StickyPage.of(report, FOOTER).body(),
                CheckOutput.of(report, Path.of("/"), FOOTER).text()));
        report.withOutcome(Verdict.DRIFTED)
                .forEach(stack ->
                        pages.add(IssuePage.of(stack, report.run(), FOOTER).body()));

        assertThat(pages).allSatisfy(page -> {
            assertThat(ACTIVE.matcher(page).find()).isFalse();
            assertThat(page.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(64_000);
            String outside = withoutCode(page);
            assertThat(outside).doesNotContain("@everyone", "@octocat", "@all", "evil", "script", "owned", "GH-1", "`");
            assertThat(outside.split("<details>", -1)).hasSameSizeAs(outside.split("</details>", -1));
            assertThat(outside.indexOf("<!--", 1)).isEqualTo(-1);
        });
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noCommandOfAStrangerIsPrinted(String text) {
        List<String> lines = WorkflowCommands.of(Annotation.of(SampleReports.hostile(text), Path.of("/")));

        assertThat(lines).allSatisfy(line -> {
            assertThat(line).startsWith("::").doesNotContain("\n", "##[");
            assertThat(line.split("::", 3)[1]).matches("(error|warning) file=[^,]*,line=1,title=[^,:]*");
        });
    }

    @Test
    void aRunThatSaysTheSameHasTheSameState() {
        DriftReport first = Reports.drifted("run-1");
        DriftReport second = Reports.drifted("run-2");

        assertThat(StickyPage.of(first, FOOTER).marker())
                .isEqualTo(StickyPage.of(second, FOOTER).marker());
        assertThat(CheckOutput.state(first)).isEqualTo(CheckOutput.state(second));
        assertThat(CheckOutput.state(first)).isNotEqualTo(CheckOutput.state(Reports.inSync("run-1")));
    }

    @Test
    void anyReportKeepsItsBudgetAndCanBeFoundAgain() {
        RandomReports reports = new RandomReports(20_261_123);
        for (int round = 0; round < 300; round++) {
            StickyPage page = StickyPage.of(reports.report(), FOOTER);

            assertThat(page.body().getBytes(UTF_8)).hasSizeLessThan(65_536);
            assertThat(Marker.in(page.body())).contains(page.marker());
        }
    }

    @Test
    void namesWhatItLeavesOut() {
        DriftReport report = SampleReports.large(400, 30);

        String page = new DriftPage(report).whole(60_000);

        assertThat(page.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(60_000);
        assertThat(page).containsPattern("For want of room the fields of \\d+ stacks are left out");
        assertThat(report.stacks())
                .allSatisfy(
                        stack -> assertThat(page).contains(stack.stack().path().toString()));
    }

    @Test
    void countsWhatItCannotEvenName() {
        String page = new DriftPage(SampleReports.large(9_000, 1)).whole(20_000);

        assertThat(page.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(20_000);
        assertThat(page).containsPattern("\n\\d+ stacks more, left out of the table for want of room\\.");
    }

    @Test
    void everyStackStandsInOneTableOrList() {
        String page = new DriftPage(SampleReports.everything()).whole(60_000);
        List<String> lines = page.lines()
                .filter(line -> line.startsWith("| `/") || line.startsWith("- `/"))
                .toList();

        SampleReports.everything()
                .stacks()
                .forEach(stack -> assertThat(lines)
                        .as("%s", stack.stack())
                        .filteredOn(line ->
                                line.substring(2).startsWith("`" + stack.stack().path() + "`"))
                        .hasSize(1));
    }

    @Test
    void anIssueWithoutRoomKeepsItsEnd() {
        StackReport stack = SampleReports.large(1, 30_000).stacks().get(0);

        String body = IssuePage.of(stack, Reports.run("run-1"), FOOTER).body();

        assertThat(body.getBytes(UTF_8)).hasSizeLessThan(62_000);
        assertThat(body).contains("Three ways out").endsWith("Drift `1.0.0`\n");
    }

    @Test
    void aMarkerIsReadAtTheBeginOnly() {
        Marker marker = new Marker("stack", IssuePage.key(StackPath.of("/a")), "0123456789abcdef");

        assertThat(Marker.in(marker + "\nrest")).contains(marker);
        assertThat(Marker.in("\r\n" + marker)).contains(marker);
        assertThat(Marker.in("> " + marker)).isEmpty();
        assertThat(Marker.in("text\n" + marker)).isEmpty();
    }

    @Test
    void aRunIsNamedByItsCellOrItsSelector() {
        assertThat(Subject.of(run("", Map.of())).name()).isEqualTo("drift");
        assertThat(Subject.of(run(
                                "environment:prod,region:eu-central-1",
                                Map.of("environment", "prod", "region", "eu-central-1")))
                        .name())
                .isEqualTo("drift / prod / eu-central-1");
        assertThat(Subject.of(run("team:web,environment:prod", Map.of("environment", "prod")))
                        .name())
                .isEqualTo("drift / team:web,environment:prod");
        assertThat(Subject.of(run("a", Map.of())).key())
                .isNotEqualTo(Subject.of(run("b", Map.of())).key());
    }

    @Test
    void aStepShowsTenOfALevelAndCountsTheRest() {
        StackReport[] stacks = IntStream.range(0, 30)
                .mapToObj(number -> Reports.checked("/stacks/s" + number, Outcomes.unknown("down")))
                .toArray(StackReport[]::new);

        List<String> lines = WorkflowCommands.of(Annotation.of(Reports.of("run-1", stacks), Path.of("/")));

        assertThat(lines).hasSize(10);
        assertThat(lines.get(9)).isEqualTo("::error title=Drift::21 more, named in the job summary");
    }

    private static RunFacts run(String selector, Map<String, String> origin) {
        return new RunFacts("run-1", Instant.EPOCH, Instant.EPOCH, selector, origin, "1.0.0");
    }

    /** What a Markdown reader takes for something else than code. */
    static String withoutCode(String markdown) {
        return markdown.replaceAll("(?ms)^(`{3,})diff$.*?^\\1$", "")
                .replaceAll("(?s)<code>[^<]*</code>", "")
                .replaceAll("`[^`\\n]+`", "");
    }
}
