package dev.drift.terramate.plan;

import static dev.drift.terramate.plan.Plans.codeOf;
import static dev.drift.terramate.plan.Plans.entry;
import static dev.drift.terramate.plan.Plans.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.CodeSide;
import dev.drift.observation.Gap;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.SideEffect;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SideEffectsTest {

    private static final String MOVED = "{'address':'a.new','previous_address':'a.old','mode':'managed','type':'a',"
            + "'change':{'actions':['no-op'],'before':{},'after':{}}}";

    @Test
    void importsAreSeenWhetherTheyChangeSomethingOrNot() throws Exception {
        String still = entry("a.still", "'no-op'", "'before':{},'after':{},'importing':{'id':'x'}");
        String changed = entry("a.changed", "'update'", "'before':{},'after':{'n':1},'importing':{'unknown':true}");
        String none = entry("a.none", "'no-op'", "'before':{},'after':{},'importing':null");

        CodeSide.Seen code = codeOf(Plans.with(section("resource_changes", still, changed, none)));

        assertThat(code.sideEffects())
                .containsExactly(SideEffect.importing("a.changed"), SideEffect.importing("a.still"));
        assertThat(code.planned()).extracting(ResourceChange::address).hasToString("[a.changed]");
    }

    @Test
    void newAddressesAreSeen() throws Exception {
        CodeSide.Seen code = codeOf(Plans.with(section("resource_changes", MOVED)));

        assertThat(code.sideEffects()).containsExactly(SideEffect.moving("a.old", "a.new"));
        assertThat(code.planned()).isEmpty();
        assertThat(code.changesAnything()).isTrue();
    }

    @Test
    void whatMovedInTheStateBeforeTheRefreshIsToldOnce() throws Exception {
        CodeSide.Seen code = codeOf(Plans.with(section("resource_drift", MOVED), section("resource_changes", MOVED)));

        assertThat(code.sideEffects()).hasSize(1);
    }

    @Test
    void actionsAreSeenWithWhatTriggersThemAndWithoutTheirValues() throws Exception {
        String triggered = "{'address':'action.a.one','type':'a','name':'one','config_values':{'secret':'hunter2'},"
                + "'lifecycle_action_trigger':{'action_trigger_event':'AfterCreate',"
                + "'triggering_resource_address':'a.web','action_trigger_block_index':0}}";
        String invoked = "{'address':'action.a.two','type':'a','name':'two','invoke_action_trigger':{}}";

        CodeSide.Seen code =
                codeOf(Plans.with(section("resource_changes"), section("action_invocations", triggered, invoked)));

        assertThat(code.sideEffects())
                .containsExactly(
                        SideEffect.invoking("action.a.one", Optional.of("a.web")),
                        SideEffect.invoking("action.a.two", Optional.empty()));
        assertThat(code.toString()).doesNotContain("hunter2");
    }

    @Test
    void anActionThatIsPutOffIsAGap() throws Exception {
        assertThat(Plans.read(Plans.with(section("resource_changes"), section("deferred_action_invocations", "{}")))
                        .coverage()
                        .gaps())
                .extracting(Gap::reason)
                .containsExactly("the plan defers 1 changes to a later one");
    }

    @Test
    void anActionWithoutAnAddressIsNoPlan() {
        assertThatThrownBy(() -> codeOf(Plans.with(section("action_invocations", "{'type':'a'}"))))
                .hasMessageContaining("has an action_invocation without address");
    }
}
