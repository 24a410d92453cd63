package dev.drift.github.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.preview.ChangeMark;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.StackPreview;
import dev.drift.testing.SamplePreviews;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreviewPageTest {

    private static final Footer FOOTER = new Footer(Optional.empty());
    private static final Optional<String> HEAD = Optional.of("0123456789abcdef0123456789abcdef01234567");

    @Test
    void beginsWithTheVerdictThenWhatIsDestroyedThenWhatIsTakenBack() {
        String page = page(SamplePreviews.everything());

        assertThat(page)
                .startsWith("## `drift preview / environment:prod` of `0123456`\n\n> [!CAUTION]\n> **INCOMPLETE**: ");
        assertThat(page)
                .containsSubsequence(
                        "3 of 6 stacks would change, destroying 2 resources, 2 not planned",
                        "**Applying this destroys or replaces: 2 resources**",
                        "`aws_db_instance.main` in `/stacks/prod/eu-west-1/storage`",
                        "**Applying this overwrites what somebody changed live: 2 resources**",
                        "| Stack | Result |",
                        "**destructive**",
                        "**Overwrites a live change**",
                        "**From this change**",
                        "**Pending before this change**",
                        "**Already drifted: an apply only puts it back**",
                        "1 stack deleted",
                        "1 stack unchanged",
                        "1 stack skipped");
    }

    @Test
    void everyStackStandsInOneTableOrListOnly() {
        PreviewReport preview = SamplePreviews.everything();
        String page = page(preview);

        for (StackPreview stack : preview.stacks()) {
            String path = "`" + stack.stack().path() + "`";
            assertThat(page.lines().filter(line -> line.startsWith("| " + path) || line.equals("- " + path)))
                    .as(path)
                    .hasSize(1);
        }
    }

    @Test
    void showsNoSecret() {
        assertThat(page(SamplePreviews.everything())).doesNotContain("hunter");
    }

    @Test
    void saysTheSameOfTheSame() {
        assertThat(page(SamplePreviews.everything())).isEqualTo(page(SamplePreviews.everything()));
        assertThat(StickyPage.of(SamplePreviews.everything(), HEAD, FOOTER).marker())
                .isEqualTo(
                        StickyPage.of(SamplePreviews.everything(), HEAD, new Footer(Optional.of("https://a.example")))
                                .marker());
    }

    @Test
    void namesWhatItLeavesOutAndKeepsItsBudget() {
        PreviewReport large = SamplePreviews.of(IntStream.range(0, 3_000)
                .mapToObj(number -> SamplePreviews.stack(
                        "/stacks/s" + number,
                        SamplePreviews.planned(
                                Collections.nCopies(20, SamplePreviews.scaled(ChangeMark.FROM_THIS_CHANGE))
                                        .toArray(new dev.drift.preview.PlannedChange[0]))))
                .toArray(StackPreview[]::new));

        String page = new PreviewPage(large, HEAD).whole(60_000);

        assertThat(page.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(60_000);
        assertThat(page)
                .contains("3000 of 3000 stacks would change")
                .containsPattern("For want of room the fields of \\d+ stacks are left out")
                .containsPattern("\\d+ stacks more, left out of the table for want of room");
    }

    @ParameterizedTest
    @MethodSource("dev.drift.github.page.PageTest#hostileTexts")
    void nothingOfAStrangerActsOrLeavesItsPlace(String text) {
        PreviewReport preview = SamplePreviews.hostile(text.isEmpty() ? " " : text);
        CheckOutput check = CheckOutput.of(preview, HEAD, Path.of("/"), FOOTER);

        for (String page : List.of(StickyPage.of(preview, HEAD, FOOTER).body(), check.summary(), check.text())) {
            String outside = PageTest.withoutCode(page);
            assertThat(PageTest.ACTIVE.matcher(page).find()).isFalse();
            assertThat(outside)
                    .doesNotContain("@everyone", "@octocat", "@all", "evil", "script", "owned", "GH-1", "`")
                    .doesNotContain("[click]");
            assertThat(outside.split("<details", -1)).hasSameSizeAs(outside.split("</details>", -1));
            assertThat(outside.indexOf("<!--", 1)).isEqualTo(-1);
        }
        assertThat(WorkflowCommands.of(check.annotations()))
                .allSatisfy(line -> assertThat(line).startsWith("::").doesNotContain("\n", "##["));
    }

    private static String page(PreviewReport preview) {
        return new PreviewPage(preview, HEAD).whole(60_000);
    }
}
