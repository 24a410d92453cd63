package dev.drift.terramate.plan;

import static dev.drift.terramate.plan.Plans.codeOf;
import static dev.drift.terramate.plan.Plans.entry;
import static dev.drift.terramate.plan.Plans.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'constant_value':7}|7",
                "{'constant_value':'9'}|9",
                "{'references':['var.given']}|9",
                "{'references':['var.fallback']}|2",
                "{'references':['var.other']}|(unknown)",
                "{'references':['var.given','var.fallback']}|(unknown)",
                "{'references':['each.value','var.given']}|(unknown)",
                "{'references':['aws_thing.b.size','aws_thing.b']}|(unknown)",
                "{}|(unknown)",
            })
    void anExpressionIsItsValueOnlyIfThatIsCertain(String expression, String value) throws Exception {
        assertThat(declared(expression, "{'size':2}", "{'size':9}").field("size"))
                .hasToString(value);
    }

    @Test
    void aVariableInsideATemplateIsNotItsValue() throws Exception {
        Value declared = declared("{'references':['var.given']}", "{'size':'x-9'}", "{'size':'x-8'}");

        assertThat(declared.field("size")).isEqualTo(Value.unknown());
    }

    @Test
    void nestedBlocksAreListsInTheOrderOfTheCode() throws Exception {
        Value declared = declared(
                "[{'port':{'constant_value':'80'}},{'port':{'references':['var.given']}}]",
                "{'size':[]}",
                "{'size':[{'port':9},{'port':80}]}");

        assertThat(declared.field("size"))
                .isEqualTo(Value.of(
                        List.of(Value.of(Map.of("port", Value.of(80))), Value.of(Map.of("port", Value.of(9))))));
    }

    @Test
    void aSingleBlockIsAnObject() throws Exception {
        Value declared = declared("{'port':{'constant_value':80}}", "{}", "{}");

        assertThat(declared.field("size")).isEqualTo(Value.of(Map.of("port", Value.of(80))));
    }

    @Test
    void variablesAreFollowedThroughModules() throws Exception {
        String inner = "'module':{'resources':[{'address':'aws_thing.a','expressions':{"
                + "'count_of':{'references':['var.size']},'colour':{'references':['var.colour']},"
                + "'team':{'references':['var.tags.team','var.tags']}}}],"
                + "'variables':{'size':{},'colour':{'default':'red'},'tags':{}}}";
        String middle = "'module':{'module_calls':{'inner':{'expressions':{'size':{'references':['var.amount']},"
                + "'tags':{'constant_value':{'team':'web'}}}," + inner + "}},'variables':{'amount':{}}}";
        String code = "'configuration':{'root_module':{'module_calls':{'outer':{'expressions':{'amount':"
                + "{'references':['var.given']}}," + middle + "},'other':{'module':{'resources':[]}}}}}";
        String address = "module.outer[0].module.inner.aws_thing.a[\\\"k\\\"]";
        String live = "{'count_of':9,'colour':'red','team':'web'}";

        Value declared = codeOf(plan(address, live, live, code))
                .declarations()
                .byResource()
                .get("module.outer.module.inner.aws_thing.a");

        assertThat(declared)
                .isEqualTo(
                        Value.of(Map.of("count_of", Value.of(9), "colour", Value.of("red"), "team", Value.of("web"))));
    }

    @Test
    void onlyWhatMovedOrIsPlannedIsKept() throws Exception {
        String code = "'configuration':{'root_module':{'resources':[{'address':'aws_thing.a','expressions':{}},"
                + "{'address':'aws_thing.still','expressions':{'size':{'constant_value':1}}}]}}";

        assertThat(codeOf(plan("aws_thing.a", "{}", "{}", code)).declarations().byResource())
                .containsOnlyKeys("aws_thing.a");
    }

    private static Value declared(String expression, String before, String live) throws Exception {
        String code = "'configuration':{'root_module':{'resources':[{'address':'aws_thing.a','expressions':{'size':"
                + expression + "}}],'variables':{'given':{'default':1},'fallback':{'default':2},'other':{}}}}";
        return codeOf(plan("aws_thing.a", before, live, code))
                .declarations()
                .byResource()
                .get("aws_thing.a");
    }

    /** The variable is given as text, as on the command line. */
    private static String plan(String address, String before, String live, String code) {
        return Plans.with(
                "'variables':{'given':{'value':'9'},'other':{'value':5}}",
                section("resource_drift", entry(address, "'update'", "'before':" + before + ",'after':" + live)),
                section("resource_changes"),
                code);
    }
}
