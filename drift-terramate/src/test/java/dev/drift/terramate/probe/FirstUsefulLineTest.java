package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstUsefulLineTest {

    @Test
    void aDiagnosticIsItsSummaryItsPlaceAndItsDetail() {
        assertThat(of(
                        "╷",
                        "│ Error: Unsupported argument",
                        "│ ",
                        "│   on main.tf line 3, in resource \"aws_vpc\" \"main\":",
                        "│    3:   password = \"hunter2\"",
                        "│     ├────────────────",
                        "│     │ var.password is \"hunter2\"",
                        "│ ",
                        "│ An argument named \"password\" is not",
                        "│ expected here.",
                        "│ ",
                        "│ More of it.",
                        "╵"))
                .isEqualTo(
                        "Error: Unsupported argument (main.tf:3): An argument named \"password\" is not expected here.");
    }

    @Test
    void aDiagnosticOfAProviderHasNoPlaceInAFile() {
        assertThat(of(
                        "Error: reading SQS Queue",
                        "",
                        "  with aws_sqs_queue.a,",
                        "  on q.tf line 1, in resource \"x\" \"a\":",
                        "   1: x",
                        "",
                        "status code: 403"))
                .isEqualTo("Error: reading SQS Queue (q.tf:1): status code: 403");
    }

    @Test
    void warningsAndProgressBeforeTheErrorAreSkipped() {
        assertThat(of("Warning: deprecated", "", "It is old.", "", "Error: first", "", "Error: second"))
                .isEqualTo("Error: first");
    }

    @Test
    void thePrefaceOfErrorsIsNoError() {
        assertThat(of("Error: OpenTofu encountered problems during initialization", "", "Error: Invalid block"))
                .isEqualTo("Error: Invalid block");
    }

    @Test
    void terragruntsOwnErrorsReadTheSame() {
        assertThat(of(
                        "ERRO[0000] Error: Unknown variable",
                        "ERRO[0000]   on stack/terragrunt.hcl line 3:",
                        "ERRO[0000]    3: x",
                        "ERRO[0000] There is no variable."))
                .isEqualTo("Error: Unknown variable (stack/terragrunt.hcl:3): There is no variable.");
    }

    @Test
    void aCrashComesBeforeTheLastWords() {
        assertThat(of("x", "panic: boom", "goroutine 1")).isEqualTo("panic: boom");
        assertThat(of("x", "the end", "")).isEqualTo("the end");
        assertThat(FirstUsefulLine.of(List.of("", " "))).isEmpty();
    }

    @Test
    void anEndlessLineIsCut() {
        assertThat(of("Error: " + "x".repeat(5000))).hasSize(403).endsWith("...");
    }

    private static String of(String... lines) {
        return FirstUsefulLine.of(List.of(lines)).orElseThrow();
    }
}
