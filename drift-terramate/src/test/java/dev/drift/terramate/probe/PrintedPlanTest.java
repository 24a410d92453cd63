package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedPlanTest {

    private static final String PLAN = """

            Terraform used the selected providers to generate the following execution
            plan. Resource actions are indicated with the following symbols:
              ~ update in-place

            Terraform will perform the following actions:

              # aws_vpc.a will be updated in-place
              ~ resource "aws_vpc" "a" {
                  ~ note = <<-EOT
                        aws_vpc.b: Refreshing state...
                    EOT
                }

            Plan: 0 to add, 1 to change, 0 to destroy.
            """;

    private final PrintedPlan plan = new PrintedPlan();

    private void print(String text) {
        text.lines().forEach(plan::add);
    }

    @Test
    void isWhatIsPrintedBehindTheProgress() {
        print(
                "data.aws_ami.a: Reading...\ndata.aws_ami.a: Read complete after 1s [id=x]\naws_vpc.a: Refreshing state...");
        print(PLAN);

        assertThat(plan.text()).contains(PLAN.stripTrailing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\nNote: Objects have changed outside of Terraform\n\n",
                "\nOpenTofu used the selected providers to generate the following execution\n",
                "\nChanges to Outputs:\n  + a = 1",
                "\nNo changes. Your infrastructure matches the configuration.\n"
            })
    void beginsInOneOfFewWays(String text) {
        print(text);

        assertThat(plan.text()).contains(String.join("\n", text.lines().toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\nWarning: Deprecated attribute\n\n  on main.tf line 1:",
                "╷\n│ Warning: Deprecated attribute\n╵",
                "Error: Reference to undeclared resource",
            })
    void isNotTakenWithARemark(String remark) {
        print(PLAN);
        print(remark);
        print("\nPlan: 0 to add, 1 to change, 0 to destroy.");

        assertThat(plan.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "There are some problems with the CLI configuration:\n",
                "\nTerraform planned the following actions, but then encountered a problem:\n",
                "Acquiring state lock. This may take a few moments...\n"
            })
    void isNotTakenBehindAnythingElse(String before) {
        print(before);
        if (!before.isEmpty()) {
            print(PLAN);
        }

        assertThat(plan.text()).isEmpty();
    }

    @Test
    void isNotKeptWhenItIsLarge() {
        print(PLAN);
        for (int line = 0; line < 300; line++) {
            plan.add("x".repeat(8_000));
        }

        assertThat(plan.text()).isEmpty();
    }

    @Test
    void isNotTakenWhenALineMayHaveBeenCut() {
        print(PLAN);
        plan.add("x".repeat(8_192));

        assertThat(plan.text()).isEmpty();
    }
}
