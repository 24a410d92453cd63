package dev.drift.provision.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.SideEffect;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.StackProvision;
import dev.drift.testing.Golden;
import dev.drift.testing.Provisions;
import dev.drift.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvisionPagesTest {

    @Test
    void consoleSaysTheWorstFirst() {
        Golden.check("provision/console.txt", ProvisionConsole.PLAIN.render(Provisions.full()));
    }

    @Test
    void coloursAddNothingButColours() {
        String coloured = new ProvisionConsole(true, 100, false).render(Provisions.full());

        assertThat(coloured).contains("\u001b[31m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", ""))
                .isEqualTo(ProvisionConsole.PLAIN.render(Provisions.full()));
    }

    @Test
    void markdownIsWhatGithubShows() {
        Golden.check("provision/report.md", ProvisionMarkdown.COMMENT.render(Provisions.full()));
    }

    @Test
    void jsonHoldsEverything() {
        Golden.check("provision/report.json", ProvisionJson.write(Provisions.full()));
    }

    @ParameterizedTest
    @EnumSource(ProvisionFormat.class)
    void noFormShowsASecret(ProvisionFormat format) {
        assertThat(format.render(Provisions.full())).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @EnumSource(ProvisionFormat.class)
    void aRunOfNothingSaysSo(ProvisionFormat format) {
        assertThat(format.render(Provisions.report())).containsAnyOf("nothing changed", "\"selected\": 0");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSOLE", "MARKDOWN"})
    void wordsOfStrangersDoNothing(ProvisionFormat format) {
        String hostile = "\u001b[2J::error::owned\n@everyone `x` | <script>\u202e";
        StackProvision failed = Provisions.of(
                Stacks.stack("/a"),
                new ProvisionOutcome.Failed(hostile, Optional.empty(), List.of(hostile), Optional.empty()));

        String page = format.render(Provisions.report(failed));

        assertThat(page).doesNotContain("\u001b", "\u202e", "\n@everyone", "\n::error");
        if (format == ProvisionFormat.MARKDOWN) {
            assertThat(page.replaceAll("(?s)```.*?```", "")).doesNotContain("<script>", "@everyone");
        }
    }

    @Test
    void everythingDestroyedIsShownHoweverMuchItIs() {
        List<ResourceFinding> many = IntStream.range(0, 200)
                .mapToObj(number -> Provisions.ending("null_resource.n" + number, ChangeAction.REPLACE))
                .toList();
        String shown = ProvisionConsole.PLAIN.plan(Stacks.stack("/a"), new PlannedChanges(many, 0, List.of()));

        assertThat(shown).contains("DESTROYS 200 objects");
        assertThat(shown.lines().filter(line -> line.contains("destroyed, and another one")))
                .hasSize(200);
    }

    @Test
    void aPlanIsShownAsAWholeBeforeItIsAppliedAndWhatGoesFirst() {
        List<ResourceFinding> many = new ArrayList<>();
        IntStream.range(0, 100).forEach(number -> many.add(Provisions.scaling(number, number + 1)));
        many.add(Provisions.ending("null_resource.gone", ChangeAction.REPLACE));
        List<SideEffect> moves = IntStream.range(0, 100)
                .mapToObj(number -> SideEffect.moving("a.old" + number, "a.new" + number))
                .toList();

        List<String> shown = ProvisionConsole.PLAIN
                .plan(Stacks.stack("/a"), new PlannedChanges(many, 0, moves, List.of()))
                .lines()
                .toList();

        assertThat(shown.get(0)).isEqualTo("/a  100 to update, 1 to replace, 100 to move");
        assertThat(shown.stream().filter(line -> line.contains("aws_ecs_service.web")))
                .hasSize(100);
        assertThat(shown.stream().filter(line -> line.startsWith("    to move a.new")))
                .hasSize(100);
        assertThat(shown.indexOf("    ± null_resource.gone  to replace"))
                .isLessThan(5)
                .isPositive();
        assertThat(String.join("\n", shown)).doesNotContain("more resource");
    }

    @Test
    void theFieldsThatAreOverwrittenAreNamed() {
        PlannedChanges plan = new PlannedChanges(
                List.of(Provisions.ending("aws_ecs_service.web", ChangeAction.DELETE)),
                0,
                List.of(Provisions.scaling(1, 3)));

        assertThat(ProvisionConsole.PLAIN.plan(Stacks.stack("/a"), plan))
                .contains("overwrites what was changed live in 1 resource: aws_ecs_service.web (desired_count)");
    }

    @Test
    void markdownKeepsItsBudgetAndCountsWhatIsLeftOut() {
        ProvisionReport large = Provisions.report(Stacks.many(200).stream()
                .map(stack -> Provisions.of(stack, new ProvisionOutcome.NotDone("x".repeat(300))))
                .toArray(StackProvision[]::new));

        String page = new ProvisionMarkdown(4_000).render(large);

        assertThat(page.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(4_000);
        assertThat(page).containsPattern("_\\d+ stacks left out");
        assertThatThrownBy(() -> new ProvisionMarkdown(100)).isInstanceOf(IllegalArgumentException.class);
    }
}
