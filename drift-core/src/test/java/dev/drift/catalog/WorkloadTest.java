package dev.drift.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

    private static final Stack EU = Stacks.stack("/eu", "environment/prod", "region/eu-central-1", "core");
    private static final Stack US = Stacks.stack("/us", "environment/qa", "region/us-east-1");
    private static final InMemoryCatalog CATALOG = InMemoryCatalog.of(EU, US);

    @Test
    void dividesTheStacksOfACatalogBySelector() {
        Workload workload = Workload.of(CATALOG, Selector.parse("region:us-east-1"));

        assertThat(workload.selected()).containsExactly(US);
        assertThat(workload.skipped()).containsExactly(new SkippedStack(EU, "not selected by region:us-east-1"));
    }

    @Test
    void putsSelectedStacksInRunOrder() {
        assertThat(Workload.of(CATALOG.ordering(EU, "/us"), Selector.EVERYTHING).selected())
                .containsExactly(US, EU);
    }

    @Test
    void skipsSelectedStacksThatDidNotChange() {
        Stack tools = Stacks.stack("/tools");
        InMemoryCatalog catalog = InMemoryCatalog.of(EU, US, tools).ordering(EU, "/tools");
        Workload workload = Workload.of(catalog, Selector.parse("!environment:qa"))
                .onlyChanged(List.of(new ChangedStack(US, "x changed"), new ChangedStack(EU, "y changed")));

        assertThat(workload.selected()).containsExactly(EU);
        assertThat(workload.skipped())
                .containsExactly(
                        new SkippedStack(tools, "not changed"),
                        new SkippedStack(US, "not selected by !environment:qa"));
    }

    @Test
    void keepsTheOrderOfWhatChanged() {
        Workload workload = Workload.of(CATALOG.ordering(EU, "/us"), Selector.EVERYTHING)
                .onlyChanged(List.of(new ChangedStack(EU, "x changed"), new ChangedStack(US, "x changed")));

        assertThat(workload.selected()).containsExactly(US, EU);
    }

    @Test
    void bearsThatSomethingIsSelected() {
        Selector core = Selector.parse("core");

        assertThatCode(() -> Workload.of(CATALOG, core).refuseEmpty(core)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        environment:prd                    | selector: No stack is tagged environment:prd; did you mean prod?
        Region:mars                        | selector: No stack is tagged Region:mars; there are region:eu-central-1, region:us-east-1
        team:web                           | selector: No stack is tagged team:web; stacks are tagged core, environment:…, region:…
        environment:prod,region:us-east-1  | selector: No stack is picked by "environment:prod,region:us-east-1"; region:us-east-1 is carried with environment:qa; environment:prod is carried with region:eu-central-1
        core,!environment:prod             | selector: No stack is picked by "core,!environment:prod"
        """)
    void saysWhyNothingIsSelected(String selector, String problem) {
        assertThatThrownBy(() -> Workload.of(CATALOG, Selector.parse(selector)).refuseEmpty(Selector.parse(selector)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage(problem);
    }

    @Test
    void namesEveryTermThatNoStackCarries() {
        Selector selector = Selector.parse("environment:prd,region:eu-centrl-1,!core");

        assertThatThrownBy(() -> Workload.of(CATALOG, selector).refuseEmpty(selector))
                .hasMessage("selector: No stack is tagged environment:prd; did you mean prod?\n"
                        + "selector: No stack is tagged region:eu-centrl-1; did you mean eu-central-1?");
    }

    @Test
    void saysThatThereAreNoStacks() {
        assertThatThrownBy(() ->
                        Workload.of(InMemoryCatalog.of(), Selector.EVERYTHING).refuseEmpty(Selector.EVERYTHING))
                .hasMessage("No stack was found");
    }
}
