package dev.drift.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.provision.page.ProvisionFormat;
import dev.drift.provision.page.ProvisionWords;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.InMemoryChanges;
import dev.drift.testing.Provisions;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.Stacks;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of stacks whose code is not there any more. */
class DeletedStacksTest {

    private final Stack service = Stacks.stack("/service", "environment/prod");
    private final ScriptedApplier applier = new ScriptedApplier();

    @Test
    void areNamedWhateverWasSelectedAndNeverPlanned() {
        ProvisionReport report = run(InMemoryChanges.of(service).deleting("/old", "/gone"));

        assertThat(report.deleted()).containsExactly(StackPath.of("/gone"), StackPath.of("/old"));
        assertThat(applier.planned()).containsExactly("/service");
        assertThat(ProvisionWords.sentence(report))
                .isEqualTo("1 of 1 stack applied; 2 stacks deleted in code, not destroyed");
    }

    @Test
    void areNamedWhereNothingElseChanged() {
        ProvisionReport report = run(InMemoryChanges.of().deleting("/old"));

        assertThat(ProvisionWords.sentence(report))
                .isEqualTo(
                        "no stack that is there changed, so nothing was applied; 1 stack deleted in code, not destroyed");
    }

    @ParameterizedTest
    @EnumSource(ProvisionFormat.class)
    void standInEveryForm(ProvisionFormat format) {
        assertThat(format.render(Provisions.full())).contains("/prod/legacy");
    }

    @ParameterizedTest
    @EnumSource(ProvisionFormat.class)
    void areNotSpokenOfWhereThereAreNone(ProvisionFormat format) {
        assertThat(format.render(Provisions.report()).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("deleted in code");
    }

    @Test
    void areCountedWhereTheyAreTooManyToName() {
        List<StackPath> many = IntStream.range(0, 500)
                .mapToObj(number -> StackPath.of("/old/" + "x".repeat(90) + number))
                .toList();
        ProvisionReport empty = Provisions.report();

        String page = new dev.drift.provision.page.ProvisionMarkdown(2_000)
                .render(new ProvisionReport(empty.run(), List.of(), List.of(), many));

        assertThat(page).contains("/old/x", " more. Nothing of them was destroyed");
        assertThat(page.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_000);
    }

    private ProvisionReport run(InMemoryChanges changes) {
        return ProvisionRun.over(InMemoryCatalog.of(service))
                .changed(changes)
                .applying(applier)
                .selecting(Selector.parse("Environment:prod"))
                .build()
                .execute()
                .report();
    }
}
