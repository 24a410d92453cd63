package dev.drift.it.example;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.estate.Estate;
import dev.drift.it.estate.EstateExtension;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Example B for real: Terraform, OpenTofu and Terragrunt against a live endpoint. */
@ExtendWith(EstateExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleBIT {

    private ExampleB example;

    @BeforeAll
    void live(Estate estate) throws Exception {
        example = ExampleB.lived(estate);
    }

    @Test
    void freshlyAppliedEstateShowsNoDrift() {
        assertThat(ReportText.of(example.fresh().report())).isEqualTo(Expected.text("fresh"));
    }

    @Test
    void estateAppliedTwiceShowsNoDrift() {
        assertThat(example.second().report().verdict()).isEqualTo(Verdict.IN_SYNC);
        assertThat(example.second().report().stacks()).hasSize(5);
        assertThat(example.second().exit()).isZero();
    }

    @Test
    void everyStackHasItsOutcomeAfterTheWeekend() {
        assertThat(ReportText.of(example.monday().report())).isEqualTo(Expected.text("monday"));
    }

    @Test
    void unknownStacksDecideTheExitCode() {
        assertThat(example.monday().exit()).isEqualTo(3);
        assertThat(example.monday().report().withOutcome(Verdict.DRIFTED)).isNotEmpty();
    }

    @Test
    void selectorLooksAtOneRegionOfProdOnly() {
        assertThat(example.selected().report().stacks())
                .extracting(stack -> stack.stack().path().toString())
                .containsExactly("/stacks/prod/eu-central-1/edge-network", "/stacks/prod/eu-central-1/payments-api");
        assertThat(example.selected().exit()).isEqualTo(2);
    }

    @Test
    void selectedRunSaysTheSameAsTheFullOne() {
        assertThat(ReportText.of(example.monday().report()))
                .contains(ReportText.of(example.selected().report()));
    }

    @Test
    void unknownStacksSayWhy() {
        Map<String, String> reasons = example.monday().report().withOutcome(Verdict.UNKNOWN).stream()
                .collect(toMap(stack -> stack.stack().path().toString(), ExampleBIT::reason));

        assertThat(reasons.get("/stacks/qa/eu-west-2/billing")).contains("StatusCode: 403");
        assertThat(reasons.get("/stacks/qa/eu-west-2/search")).contains("main.tf:4");
        assertThat(reasons.get("/stacks/dev/us-west-1/sandbox")).contains("never applied");
    }

    @Test
    void workspaceThatNobodyMadeStaysUnmade() {
        assertThat(example.elsewhere().report().stacks())
                .hasSize(2)
                .allSatisfy(stack -> assertThat(reason(stack)).contains("nowhere"));
        assertThat(example.elsewhere().exit()).isEqualTo(3);
    }

    @Test
    void noRunWritesToTheCheckoutOrToTheStates() {
        assertThat(example.all())
                .hasSize(5)
                .allSatisfy(run -> assertThat(run.after()).isEqualTo(run.before()));
    }

    @Test
    void noSecretOfTheEstateIsShown() {
        assertThat(example.monday().json() + example.monday().errors())
                .doesNotContain("correct-horse-battery-staple")
                .doesNotContain("\"test\"");
    }

    private static String reason(StackReport stack) {
        return stack.outcome().fold(inSync -> "", drifted -> "", unknown -> unknown.reason());
    }
}
