package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.terramate.PlanProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanWitnessTest {

    private static final String CHANGED = "{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"a.b\","
            + "\"mode\":\"managed\",\"type\":\"a\",\"name\":\"b\",\"change\":{\"actions\":[\"create\"],\"before\":null,"
            + "\"after\":{\"n\":1},\"after_unknown\":{},\"before_sensitive\":false,\"after_sensitive\":{}}}]}";
    private static final String UNCHANGED = "{\"format_version\":\"1.2\",\"resource_changes\":[]}";

    @TempDir
    private Path folder;

    private final List<MadePlan> seen = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    @Test
    void seesThePlanWhileItsFilesAreThere() throws Exception {
        LookBench bench =
                planning(CHANGED, "echo 'token is abcdef-123' && exit 0").user("API_TOKEN", "abcdef-123");

        look(bench);

        assertThat(seen).singleElement().satisfies(plan -> {
            assertThat(plan.tool()).isEqualTo(IacTool.TERRAFORM);
            assertThat(plan.stack()).isEqualTo(bench.request().stack());
            assertThat(plan.file()).doesNotExist();
            assertThat(plan.secrets()).contains("abcdef-123");
            assertThat(plan.toString()).isEqualTo("plan of /stacks/prod/net");
        });
        assertThat(texts).containsExactly("plan", CHANGED, "token is [redacted]");
        assertThat(bench.output).noneMatch(line -> line.contains("token is"));
    }

    @Test
    void isShownThePlanThatWasPrintedWhilePlanning() throws Exception {
        LookBench bench = planning(CHANGED, "echo another && exit 0", "echo 'Changes to Outputs:'");

        look(bench);

        assertThat(texts).last().isEqualTo("Changes to Outputs:");
        assertThat(bench.calls()).noneMatch(call -> call.contains("show -no-color"));
    }

    @Test
    void isShownThePlanOnceMoreWhereTheToolAlsoComplained() throws Exception {
        LookBench bench = planning(CHANGED, "echo another && exit 0", "echo 'Changes to Outputs:'; echo hm >&2");

        look(bench);

        assertThat(texts).last().isEqualTo("another");
    }

    @Test
    void secretsOfThePlanAreInNoLineThatIsPrinted() throws Exception {
        String secret = CHANGED.replace("{\"n\":1}", "{\"n\":\"hunter-22\"}")
                .replace("\"after_sensitive\":{}", "\"after_sensitive\":{\"n\":true}");
        LookBench bench = planning(
                secret,
                "exit 0",
                "echo 'a.b: Reading... [id=hunter-22]'; echo 'Changes to Outputs:'; echo ' + x = hunter-22'");

        look(bench);

        assertThat(bench.output).contains("a.b: Reading...", "Changes to Outputs:", " + x = [redacted]");
    }

    @Test
    void isNotCalledWhereNothingIsToBeShown() throws Exception {
        LookBench bench = planning(UNCHANGED, "exit 0");

        look(bench);

        assertThat(seen).isEmpty();
        assertThat(bench.calls()).noneMatch(call -> call.contains("show -no-color"));
    }

    @Test
    void changesNothingWhenItBreaksOrTheToolDoesNotRender() throws Exception {
        LookBench bench = planning(CHANGED, "echo half && exit 1");

        look(bench);

        assertThat(texts).containsExactly("plan", CHANGED, "not rendered");
        assertThat(PlanProbe.with(bench.settings.withTool(IacTool.TERRAFORM))
                        .showing(plan -> {
                            throw new IllegalStateException("broken");
                        })
                        .probe(bench.request()))
                .isEqualTo(bench.look(IacTool.TERRAFORM));
    }

    private void look(LookBench bench) throws Exception {
        PlanProbe.with(bench.settings.withTool(IacTool.TERRAFORM))
                .showing(this::see)
                .probe(bench.request());
    }

    private void see(MadePlan plan) {
        seen.add(plan);
        try {
            texts.add(Files.readString(plan.file()).strip());
            texts.add(Files.readString(plan.json()).strip());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        Optional<String> rendered = plan.rendering().get();
        texts.add(rendered.orElse("not rendered"));
    }

    private LookBench planning(String json, String rendering) throws IOException {
        return planning(json, rendering, "true");
    }

    private LookBench planning(String json, String rendering, String saying) throws IOException {
        return new LookBench(folder)
                .code("")
                .tool(
                        "terraform",
                        "[ $sub = plan ] && echo plan > $out && { " + saying + "; exit 0; }",
                        "[ $sub = show ] && [ $2 = -json ] && echo '" + json + "' && exit 0",
                        "[ $sub = show ] && { " + rendering + "; }",
                        "exit 0");
    }
}
