package dev.drift.github.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.preview.PreviewReport;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionReport;
import dev.drift.report.DriftReport;
import dev.drift.report.Verdict;
import dev.drift.stack.Stack;
import dev.drift.testing.Provisions;
import dev.drift.testing.SamplePreviews;
import dev.drift.testing.SampleReports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers wrote becomes no element, no link, no mention and no comment in what a reader's browser is given. */
class RenderedTest {

    private static final String RUN = "https://github.com/acme/infra/actions/runs/42";
    private static final Footer FOOTER = new Footer(Optional.of(RUN));
    private static final Optional<String> HEAD = Optional.of("0123456789abcdef0123456789abcdef01234567");
    private static final Pattern OURS =
            Pattern.compile("main|h[23]|blockquote|p|strong|em|code|pre|table|thead|tbody|tr|t[hd]"
                    + "( align=(left|right))?|details( open=)?|summary|ul|li|hr|code class=language-diff|a href="
                    + RUN);
    private static final Pattern REACHES =
            Pattern.compile("@\\w|#\\d|GH-\\d|://|www\\.|[0-9a-f]{40}|evil|owned|alert|octocat|everyone");

    static Stream<String> strangers() {
        return Stream.concat(
                PageTest.hostileTexts().map(text -> text.isEmpty() ? " " : text),
                Stream.of(
                        "<img src=x onerror=alert(1)>",
                        "<script>alert(1)</script> &lt;b&gt; &#64;everyone",
                        "\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007",
                        "\u200f\u202b\u05d0 @everyone \u2067#1",
                        "www.evil.example me@evil.example 0123456789abcdef0123456789abcdef01234567",
                        "<details open><summary>owned</summary>\n\n# owned\n\n- [ ] owned\n",
                        "~~~\n</pre><iframe src=https://evil.example>\n~~~\n    owned",
                        "| a | b |\n|---|---|\n| @octocat | #2 |",
                        "\\`@octocat\\` \\<b> $`evil`$ $$evil$$ :tada: [^1] [[evil]]"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void nothingOfAStrangerIsMoreThanText(String text) {
        for (String page : pages(text)) {
            Rendered rendered = Rendered.of(page);

            assertThat(rendered.elements()).allMatch(each -> OURS.matcher(each).matches());
            assertThat(rendered.words()).doesNotContainPattern(REACHES);
            assertThat(rendered.comments()).matches("( drift:[a-z]+ key=[0-9a-f]{16} state=[0-9a-f]{16} \n)?");
        }
    }

    @Test
    void whatAReaderNeedsIsThere() {
        Rendered rendered = Rendered.of(
                StickyPage.of(SamplePreviews.everything(), HEAD, FOOTER).body());

        assertThat(rendered.elements())
                .contains("h2", "table", "details open=", "summary", "td align=right", "a href=" + RUN);
        assertThat(rendered.words()).contains("[!CAUTION]", "INCOMPLETE", "Overwrites a live change");
    }

    private static List<String> pages(String text) {
        DriftReport report = SampleReports.hostile(text);
        PreviewReport preview = SamplePreviews.hostile(text);
        CheckOutput check = CheckOutput.of(report, Path.of("/"), FOOTER);
        CheckOutput checkOfPreview = CheckOutput.of(preview, HEAD, Path.of("/"), FOOTER);
        List<String> pages = new ArrayList<>(List.of(
                StickyPage.of(report, FOOTER).body(),
                check.summary(),
                check.text(),
                StickyPage.of(preview, HEAD, FOOTER).body(),
                checkOfPreview.summary(),
                checkOfPreview.text(),
                new ProvisionPage(provision(preview, text)).whole(60_000)));
        report.withOutcome(Verdict.DRIFTED)
                .forEach(stack ->
                        pages.add(IssuePage.of(stack, report.run(), FOOTER).body()));
        return pages;
    }

    /** The plan that a preview shows is applied to one stack, refused to another, and fails. */
    private static ProvisionReport provision(PreviewReport preview, String text) {
        Stack stack = preview.stacks().get(0).stack();
        PlannedChanges plan = new PlannedChanges(
                preview.stacks().get(0).planning().changes().stream()
                        .map(change -> change.finding())
                        .toList(),
                1,
                List.of(Provisions.scaling(1, 3)));
        String path = text.replaceAll("[/\0]", "|").strip();
        return Provisions.report(
                Provisions.of(stack, new ProvisionOutcome.Applied(plan, List.of(text, "```", text + "\n" + text))),
                Provisions.of(stack, new ProvisionOutcome.Refused(plan, text)),
                Provisions.of(
                        stack,
                        new ProvisionOutcome.Failed(
                                text, Optional.of(plan), List.of(text), Optional.of(Path.of("/" + path)))),
                Provisions.of(stack, new ProvisionOutcome.NotDone(text)));
    }
}
