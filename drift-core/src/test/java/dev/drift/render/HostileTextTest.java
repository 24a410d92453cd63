package dev.drift.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.report.DriftReport;
import dev.drift.testing.SamplePreviews;
import dev.drift.testing.SampleReports;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Names, values and reasons come from estates and clouds, so whoever can name a tag can write anything into a report. */
class HostileTextTest {

    /** Controls other than the line feed that the renderers write themselves, direction marks, invisible signs. */
    private static final Pattern ACTIVE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n]]");

    static Stream<String> hostileTexts() {
        return Stream.of(
                "\u001b[2J\u001b]0;owned\u0007\u009b31m",
                "nul\u0000 backspace\b\b\b bell\u0007 delete\u007f",
                "right\u202eto left\u2066\u2069\u200f\u061c",
                "line\nfeed\r\nreturn\u2028separator\u2029\u0085next\u000b\f",
                "invisible\u200b\u200d\u2060\ufeff\u00ad\u3164\u115f\u2800",
                "half \ud83d of a character, and the other \ude00, none \uffff\ufdd0",
                "]]> <script>alert(1)</script> &lt; \" ' <!-- -->",
                "` `` ``` ```` ````` ~~~",
                "a|b\\|c\\\\|d",
                "@everyone @octocat #1 GH-1 acme/infra#2 https://evil.example www.evil.example",
                "[click](https://evil.example) ![](https://evil.example/x.png) **bold** _it_ # head",
                "\n::error::owned\n::stop-commands::x\n##[error]owned\n%0A::set-output name=a::b",
                "words ::error::owned ::error::owned ::error::owned ::error::owned ::error::owned ::error::owned",
                "\n```\n</details></summary></code></td></table>\n# owned",
                "$(rm -rf /) `id` ${HOME} '; DROP TABLE stacks; --",
                "",
                "   ",
                "A".repeat(70_000),
                "`|\u202e@all\n".repeat(7_000),
                "[".repeat(70_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void consoleShowsItWithoutActingOnIt(String text) {
        for (boolean verbose : List.of(true, false)) {
            String shown = new ConsoleReport(false, 100, verbose).render(SampleReports.hostile(text));

            assertThat(ACTIVE.matcher(shown).find()).isFalse();
            assertThat(shown.lines()).noneMatch(line -> line.strip().startsWith("::") || line.contains("##["));
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void previewsShowItWithoutActingOnIt(String text) {
        for (boolean verbose : List.of(true, false)) {
            String shown = new PreviewConsole(false, 100, verbose).render(SamplePreviews.hostile(text));

            assertThat(ACTIVE.matcher(shown).find()).isFalse();
            assertThat(shown.lines()).noneMatch(line -> line.strip().startsWith("::") || line.contains("##["));
        }
        String page = new PreviewMarkdown(PreviewMarkdown.SMALLEST).render(SamplePreviews.hostile(text));

        assertThat(ACTIVE.matcher(page).find()).isFalse();
        assertThat(page.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(PreviewMarkdown.SMALLEST);
        assertThat(withoutCode(page))
                .doesNotContain("@everyone", "@octocat", "@all", "evil", "script", "owned", "GH-1", "</details>", "`");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void consoleStaysShortUnlessVerbose(String text) {
        assertThat(ConsoleReport.PLAIN
                        .render(SampleReports.hostile(text))
                        .lines()
                        .count())
                .isLessThan(6_000);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void markdownKeepsItInCode(String text) {
        String markdown = MarkdownReport.COMMENT.render(SampleReports.hostile(text));

        assertThat(ACTIVE.matcher(markdown).find()).isFalse();
        assertThat(markdown.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(60_000);
        String outsideCode = withoutCode(markdown);
        assertThat(outsideCode)
                .doesNotContain("@everyone", "@octocat", "@all", "evil", "script", "owned", "GH-1", "</details>", "`");
        assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(
                        row -> assertThat(row.replaceAll("`[^`]*`", "x").chars().filter(sign -> sign == '|'))
                                .hasSizeBetween(4, 8));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void junitStaysXml(String text) throws Exception {
        String xml = JunitReport.render(SampleReports.hostile(text));

        assertThat(ACTIVE.matcher(xml).find()).isFalse();
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void sarifStaysJsonWithoutLinks(String text) {
        Value log = Json.read(SarifReport.render(SampleReports.hostile(text)));

        List<Value> results = log.field("runs").items().get(0).field("results").items();
        assertThat(results).hasSize(3).allSatisfy(result -> {
            String message = result.field("message").field("text").text().orElseThrow();
            assertThat(ACTIVE.matcher(message).find()).isFalse();
            assertThat(message).doesNotContainPattern("(?<!\\\\)[\\[\\]]").hasSizeLessThan(2_100);
        });
    }

    @Test
    void anyTextComesOutHarmlessAndStaysSo() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 5_000; round++) {
            String text = random.ints(random.nextInt(12), 0, 0x10000)
                    .mapToObj(unit -> String.valueOf((char) unit))
                    .collect(Collectors.joining());
            String line = Harmless.line(text);

            assertThat(ACTIVE.matcher(line).find()).as(line).isFalse();
            assertThat(Harmless.line(line)).isEqualTo(line);
        }
    }

    @Test
    void plainTextStaysAsItIs() {
        assertThat(Harmless.line("Grüße aus 東京, 100 % 🙂 → done")).isEqualTo("Grüße aus 東京, 100 % 🙂 → done");
    }

    @Test
    void shortensTheMiddleAndTearsNoCharacter() {
        assertThat(Harmless.shortened("abcdefghij", 5)).isEqualTo("ab…ij");
        assertThat(Harmless.shortened("🙂".repeat(9), 4)).isEqualTo("🙂🙂…🙂");
        assertThat(Harmless.shortened("short", 5)).isEqualTo("short");
    }

    @Test
    void markdownOfAHugeReportKeepsItsBudgetAndCountsWhatItLeavesOut() {
        DriftReport report = SampleReports.large(3_000, 30);
        String markdown = new MarkdownReport(20_000).render(report);

        assertThat(markdown.getBytes(UTF_8)).hasSizeBetween(15_000, 20_000);
        long shown = markdown.lines().filter(line -> line.startsWith("### ")).count();
        assertThat(markdown).contains("_" + (3_000 - shown) + " more stacks left out here");
        assertThat(markdown).contains("all 3000 stacks no longer match");
    }

    /** What a Markdown reader takes for something else than code. */
    private static String withoutCode(String markdown) {
        return markdown.replaceAll("(?ms)^(`{3,})diff$.*?^\\1$", "")
                .replaceAll("(?s)<code>[^<]*</code>", "")
                .replaceAll("`[^`\\n]+`", "");
    }
}
