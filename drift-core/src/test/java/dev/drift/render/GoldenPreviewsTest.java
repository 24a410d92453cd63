package dev.drift.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.Severity;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import dev.drift.preview.ChangeMark;
import dev.drift.preview.PlannedChange;
import dev.drift.preview.StackPreview;
import dev.drift.testing.Golden;
import dev.drift.testing.SamplePreviews;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldenPreviewsTest {

    @Test
    void consoleSaysWhatWouldGoBeforeEverythingElse() {
        Golden.check("render/preview.txt", PreviewConsole.PLAIN.render(SamplePreviews.everything()));
    }

    @Test
    void consoleShowsEverythingWhenVerbose() {
        Golden.check(
                "render/preview-verbose.txt", new PreviewConsole(false, 100, true).render(SamplePreviews.everything()));
    }

    @Test
    void coloursAddNothingButColours() {
        String coloured = new PreviewConsole(true, 100, false).render(SamplePreviews.everything());

        assertThat(coloured).contains("\u001b[1;31mDESTRUCTIVE\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", ""))
                .isEqualTo(PreviewConsole.PLAIN.render(SamplePreviews.everything()));
    }

    @Test
    void markdownIsWhatGithubShows() {
        Golden.check("render/preview.md", PreviewMarkdown.COMMENT.render(SamplePreviews.everything()));
    }

    @Test
    void jsonIsStable() {
        Golden.check("render/preview.json", PreviewFormat.JSON.render(SamplePreviews.everything()));
    }

    @Test
    void everyFormSaysThatNothingChangedOrThatNoPlanWasMade() {
        for (PreviewFormat format : List.of(PreviewFormat.CONSOLE, PreviewFormat.MARKDOWN)) {
            assertThat(format.render(SamplePreviews.nothing())).contains("no changed stacks");
            assertThat(format.render(SamplePreviews.refused()))
                    .contains("no plan was made")
                    .contains("stranger/infra");
        }
    }

    @Test
    void whatWouldGoIsNeverLeftOutOfTheConsole() {
        PlannedChange[] deletions = IntStream.range(0, 120)
                .mapToObj(number -> new PlannedChange(
                        ResourceAddress.of("aws_x.gone" + number, "aws_x"),
                        ChangeAction.DELETE,
                        Severity.CRITICAL,
                        ChangeMark.FROM_THIS_CHANGE,
                        List.of()))
                .toArray(PlannedChange[]::new);
        StackPreview stack = SamplePreviews.stack("/stacks/many", SamplePreviews.planned(deletions));

        String shown = PreviewConsole.PLAIN.render(SamplePreviews.of(stack));

        assertThat(shown).startsWith("DESTRUCTIVE  120 objects would be deleted; ");
        assertThat(shown.lines().filter(line -> line.contains("aws_x.gone"))).hasSize(120);
    }

    @Test
    void markdownLeavesOutStacksForWantOfRoomAndCountsThem() {
        StackPreview[] stacks = IntStream.range(0, 500)
                .mapToObj(number -> SamplePreviews.stack(
                        String.format("/stacks/s%05d", number),
                        SamplePreviews.planned(SamplePreviews.scaled(ChangeMark.FROM_THIS_CHANGE))))
                .toArray(StackPreview[]::new);

        String shown = new PreviewMarkdown(PreviewMarkdown.SMALLEST).render(SamplePreviews.of(stacks));

        assertThat(shown.length()).isLessThanOrEqualTo(PreviewMarkdown.SMALLEST);
        assertThat(shown).contains("500 of 500 changed stacks would change").contains("more stacks left out here");
    }
}
