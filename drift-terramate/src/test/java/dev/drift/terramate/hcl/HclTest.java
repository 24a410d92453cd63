package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HclTest {

    private static final String STACK = """
            # which stack this is
            stack {
              name = "network"
              tags = ["environment/prod", "region/eu-central-1"] // both
              after = [
                "/base",
              ]
            }

            generate_hcl "backend.tf" { condition = true }
            """;

    @Test
    void blocksAndAttributesAreFoundByName() {
        Body body = Hcl.parse("stack.tm.hcl", STACK).body();

        Block stack = body.blocks("stack").get(0);
        assertThat(stack.labels()).isEmpty();
        assertThat(stack.body().attributes()).containsOnlyKeys("name", "tags", "after");
        assertThat(stack.body().attribute("name").orElseThrow().expression().literalText())
                .contains("network");
        assertThat(stack.body().attribute("id")).isEmpty();
        assertThat(body.blocks("generate_hcl").get(0).label(0)).contains("backend.tf");
        assertThat(body.blocks("globals")).isEmpty();
    }

    @Test
    void everythingKnowsWhereItStands() {
        Body body = Hcl.parse("stack.tm.hcl", STACK).body();

        Block stack = body.blocks("stack").get(0);
        assertThat(stack.span()).hasToString("stack.tm.hcl:2:1");
        assertThat(stack.span().endLine()).isEqualTo(8);
        Attribute tags = stack.body().attribute("tags").orElseThrow();
        assertThat(tags.nameSpan()).hasToString("stack.tm.hcl:4:3");
        assertThat(tags.expression().span()).hasToString("stack.tm.hcl:4:10");
        assertThat(tags.expression().span().text()).isEqualTo("[\"environment/prod\", \"region/eu-central-1\"]");
    }

    @Test
    void anErrorNamesFileLineColumnAndCause() {
        assertThatThrownBy(() -> Hcl.parse("a/stack.tm.hcl", "stack {\n  name = \"x\n}\n"))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessage("a/stack.tm.hcl:2:10: The string that begins here is not closed on its line");
    }
}
