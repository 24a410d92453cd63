package dev.drift.provision.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.SideEffect;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.StackProvision;
import dev.drift.testing.Golden;
import dev.drift.testing.Provisions;
import dev.drift.testing.Stacks;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {40, 100, 5_000})
    void noFieldAndNoPartOfAValueIsCutFromAPlan(int width) {
        String name = "a_field_whose_name_is_longer_than_half_of_a_narrow_line";
        List<FieldFinding> fields = new ArrayList<>();
        IntStream.range(0, 30).forEach(number -> fields.add(planned(name + number, Value.of(1), Value.of(number + 2))));
        String first = text(1_000);
        String second = text(2_000);
        fields.add(planned("policy", Value.of("{\"Statement\":\"" + first + "\"}"), Value.of(second)));
        fields.add(planned(
                "rules",
                Value.of(List.of()),
                Value.of(IntStream.range(0, 25)
                        .mapToObj(number -> Value.of("rule-" + number + "-" + text(120)))
                        .toList())));
        ResourceFinding finding = new ResourceFinding(
                ResourceAddress.of("aws_sqs_queue.orders", "aws_sqs_queue"),
                ChangeAction.UPDATE,
                Severity.HIGH,
                fields);

        String shown = new ProvisionConsole(false, width, false)
                .plan(Stacks.stack("/a"), new PlannedChanges(List.of(finding), 0, List.of()));

        String joined = shown.replaceAll("\\s+", "");
        IntStream.range(0, 30)
                .forEach(number -> assertThat(joined)
                        .containsAnyOf(name + number + "1→" + (number + 2), name + number + "-1+" + (number + 2)));
        assertThat(joined).contains(first, second).doesNotContain("…", "more");
        IntStream.range(0, 25).forEach(number -> assertThat(joined).contains("rule-" + number + "-" + text(120)));
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }

    /** No part of it stands elsewhere in it. */
    private static String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int number = 1_000; text.length() < length; number++) {
            text.append(number);
        }
        return text.toString();
    }

    private static FieldFinding planned(String path, Value before, Value after) {
        return new FieldFinding(ValuePath.of(path), FieldClass.PLANNED, Severity.HIGH, before, after, false);
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
