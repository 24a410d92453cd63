package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.observation.Coverage;
import dev.drift.observation.Observation;
import dev.drift.terramate.plan.PlanParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look whose lease lends a provider. */
class LentProviderTest {

    private static final String PLANS = "if [ $sub = plan ]; then touch $out; exit 0; fi";
    private static final String SHOWS =
            "if [ $sub = show ]; then echo '{\"format_version\":\"1.2\",\"planned_values\":{}}'; fi";

    private LookBench bench;

    @BeforeEach
    void lend(@TempDir Path folder) throws IOException {
        bench = new LookBench(folder);
        bench.lease = Map.of("TF_REATTACH_PROVIDERS", "{}");
    }

    @Test
    void aStateBesideTheCodeIsPlannedAtOnce() throws Exception {
        bench.code("resource \"aws_sqs_queue\" \"q\" {}").tool("terraform", PLANS, SHOWS, "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(steps()).containsExactly("plan", "show");
    }

    @Test
    void whatTheToolRefusesToPlanAtOnceIsInitialisedFirst() throws Exception {
        String ready = bench.folder.resolve("ready").toString();
        bench.code("resource \"aws_sqs_queue\" \"q\" {}")
                .tool(
                        "terraform",
                        "[ $sub = init ] && touch " + ready,
                        "if [ $sub = plan ] && ! [ -e " + ready
                                + " ]; then echo 'Error: Module not installed'; exit 1; fi",
                        PLANS,
                        SHOWS,
                        "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(steps()).containsExactly("plan", "init", "plan", "show");
    }

    @Test
    void aStateElsewhereIsInitialisedFirst() throws Exception {
        bench.code("terraform {", "  backend \"s3\" {}", "}").tool("terraform", PLANS, SHOWS, "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(steps()).containsExactly("init", "plan", "show");
    }

    @Test
    void withoutALentProviderEverythingIsInitialisedFirst() throws Exception {
        bench.lease = Map.of();
        bench.code("resource \"aws_sqs_queue\" \"q\" {}").tool("terraform", PLANS, SHOWS, "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(steps()).containsExactly("init", "plan", "show");
    }

    @Test
    void planInWhichNothingMovedIsNotShown() throws Exception {
        bench.code("resource \"aws_sqs_queue\" \"q\" {}").tool("terraform", planning(), SHOWS, "exit 0");

        Observation seen = bench.look(IacTool.TERRAFORM);

        assertThat(steps()).containsExactly("plan");
        assertThat(seen.coverage()).isEqualTo(Coverage.complete(2));
    }

    @Test
    void withoutALentProviderEveryPlanIsShown() throws Exception {
        bench.lease = Map.of();
        bench.code("resource \"aws_sqs_queue\" \"q\" {}").tool("terraform", planning(), SHOWS, "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(steps()).containsExactly("init", "plan", "show");
    }

    /** Writes the plan where it is told to. */
    private String planning() throws IOException {
        Path plan = PlanParts.unmoved().in(bench.folder.resolve("unmoved"), 2);
        return "if [ $sub = plan ]; then cp " + plan + " $out; exit 0; fi";
    }

    private List<String> steps() throws IOException {
        return bench.calls().stream()
                .flatMap(call -> Stream.of(call.split(" "))
                        .filter(word -> !word.startsWith("-"))
                        .limit(1))
                .toList();
    }
}
