package dev.drift.terramate.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldLinesTest {

    private final List<String> left = new ArrayList<>();
    private final HeldLines lines = new HeldLines(left::add);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Initializing the backend...",
                "Initializing provider plugins...",
                "- Reusing previous version of hashicorp/aws from the dependency lock file",
                "Terraform has been successfully initialized!",
                "OpenTofu has been successfully initialized!",
                "Acquiring state lock. This may take a few moments...",
                "No changes. Your infrastructure matches the configuration.",
                "found no differences, so no changes are needed.",
                "module.a[\"x\"].data.aws_ami.b: Reading...",
                "aws_vpc.a: Refreshing state..."
            })
    void passWhenTheyHoldNoValue(String line) {
        lines.add(line);

        assertThat(left).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  ~ password = \"hunter-22\"",
                "Error: Invalid value hunter-22",
                "  + output = \"Reading: hunter-22\"",
                "Warning: Initializing hunter-22",
                "Downloading git::https://hunter-22@example.com/x for x...",
                "Changes to Outputs:",
                "hunter-22"
            })
    void waitWhenTheyMayHoldOne(String line) {
        lines.add(line);

        assertThat(left).isEmpty();
    }

    @Test
    void leaveInOrderOnceSecretsAreKnown() {
        lines.add("aws_vpc.a: Read complete after 0s [id=hunter-22]");
        lines.add("  ~ a = \"x-hunter-22\"");
        lines.add("No changes. To speak of.");
        lines.add("aws_vpc.b: Refreshing state...");
        lines.release(line -> line.replace("hunter-22", "[redacted]"));
        lines.close();

        assertThat(left)
                .containsExactly(
                        "aws_vpc.a: Read complete after 0s",
                        "aws_vpc.b: Refreshing state...",
                        "  ~ a = \"x-[redacted]\"",
                        "No changes. To speak of.");
    }

    @Test
    void areCountedWhereTheyNeverLeave() {
        for (int line = 0; line < 10_000; line++) {
            lines.add("  ~ a = " + line);
        }
        lines.close();
        lines.close();

        assertThat(left)
                .containsExactly("[drift] 10000 lines are left out: nothing tells which values in them are secret");
    }

    @Test
    void areCountedWhereTheyAreTooMany() {
        for (int line = 0; line < 4097; line++) {
            lines.add("  ~ a = " + line);
        }
        lines.release(line -> line);
        lines.close();

        assertThat(left)
                .hasSize(4097)
                .last()
                .isEqualTo("[drift] 1 line is left out: too many wait until it is known which values are" + " secret");
    }
}
