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
        return new LookBench(folder)
                .code("")
                .tool(
                        "terraform",
                        "[ $sub = plan ] && echo plan > $out && exit 0",
                        "[ $sub = show ] && [ $2 = -json ] && echo '" + json + "' && exit 0",
                        "[ $sub = show ] && { " + rendering + "; }",
                        "exit 0");
    }
}
