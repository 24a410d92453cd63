package dev.drift.it.terramatecloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.RealTools;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One journey through a repository, told to the vendor's own server; then what the server knows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerramateCloudIT {

    private static final Path LAUNCHER = Path.of("..", "drift").toAbsolutePath().normalize();

    private Path folder;
    private Path answers;

    @BeforeAll
    void travel() throws Exception {
        folder = Files.createTempDirectory("terramate-cloud").toRealPath();
        answers = Files.createDirectories(folder.resolve("answers"));
        Notebooks notebooks = Notebooks.create(folder);
        Files.copy(resource("organization.json"), answers.resolve("organization.json"));
        List<Object> words = new ArrayList<>(RealTools.ownNetwork());
        words.addAll(List.of(
                "bash",
                resource("journey.sh"),
                RealTools.terramateCloud(),
                LAUNCHER,
                Notebooks.hanging(folder),
                answers));
        Command.of(words.toArray())
                .in(notebooks.repository())
                .with(notebooks.environment())
                .within(Duration.ofMinutes(10))
                .output();
    }

    @AfterAll
    void clear() throws IOException {
        FileTree.remove(folder);
    }

    @Test
    void theCloudKnowsTheOutcomeOfEveryStack() throws Exception {
        assertThat(statuses("drifts.json", 0))
                .isEqualTo(Map.of(
                        "/stacks/broken", "failed",
                        "/stacks/more", "ok",
                        "/stacks/page", "drifted",
                        "/stacks/same", "ok"));
        assertThat(answer("detect.exit")).isEqualTo("3");
        assertThat(answer("detect.err")).contains("Delivered to Terramate Cloud, drift of /stacks/");
    }

    @Test
    void theCloudHasPlansOfWhatMovesAndOfNothingElse() throws Exception {
        for (Value run : runs("drifts.json").subList(0, 4)) {
            String path = run.field("path").text().orElse("");
            Value plan = run.field("drift_details");
            boolean isShown = path.equals("/stacks/page") || path.equals("/stacks/more");
            assertThat(plan.isNull()).as(path).isEqualTo(!isShown);
            if (isShown) {
                assertThat(Json.read(plan.field("changeset_json").text().orElse(""))
                                .field("format_version")
                                .text())
                        .isPresent();
                assertThat(plan.field("changeset_ascii").text().orElse("")).contains("notebook_page.page");
            }
        }
    }

    @Test
    void theVendorsCommandShowsWhatDrifted() throws Exception {
        assertThat(answer("shown"))
                .as(answer("shown.err"))
                .contains("notebook_page.page")
                .contains("@elsewhere")
                .contains("__terramate_redacted__");
        assertThat(answer("listed")).as(answer("listed.err")).isEqualTo("/stacks/page");
    }

    @Test
    void theLogTellsProgressAndOutcome() throws Exception {
        assertThat(answer("logs"))
                .contains("notebook_page.page: Refreshing state...")
                .contains("[drift] drifted: 1")
                .contains("[drift] in sync, pending: 1")
                .contains("[drift] unknown (plan): Error: Reference to undeclared resource")
                .doesNotContain("[id=");
    }

    @Test
    void noSecretLeaves() throws Exception {
        try (Stream<Path> files = Files.list(answers)) {
            assertThat(files.filter(file -> !file.endsWith("report.json")))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(Notebooks.PASSWORD));
        }
    }

    @Test
    void aTerminatedRunEndsWhatItStarted() throws Exception {
        assertThat(answer("terminated.exit")).isEqualTo("143");
        assertThat(statuses("terminated.json", 4))
                .hasSize(4)
                .allSatisfy((path, status) -> assertThat(status).isEqualTo("failed"));
    }

    @Test
    void theNextRunEndsWhatAKilledOneLeftRunning() throws Exception {
        assertThat(statuses("killed.json", 8))
                .hasSize(4)
                .allSatisfy((path, status) -> assertThat(status).isEqualTo("running"));
        List<Value> recovered = runs("recovered.json");
        assertThat(recovered)
                .hasSize(16)
                .noneMatch(run -> run.field("status").text().equals(Optional.of("running")));
        assertThat(recovered.subList(8, 12))
                .allSatisfy(run -> assertThat(run.field("status").text()).contains("failed"));
    }

    /** Of the four runs from a position on. */
    private Map<String, String> statuses(String file, int from) throws IOException {
        Map<String, String> statuses = new TreeMap<>();
        for (Value run : runs(file).subList(from, from + 4)) {
            statuses.put(
                    run.field("path").text().orElse(""),
                    run.field("status").text().orElse(""));
        }
        return statuses;
    }

    /** In the order in which they were started. */
    private List<Value> runs(String file) throws IOException {
        return Json.read(answer(file)).items();
    }

    private String answer(String file) throws IOException {
        return Files.readString(answers.resolve(file)).strip();
    }

    private static Path resource(String name) throws Exception {
        URL place = Objects.requireNonNull(
                TerramateCloudIT.class.getResource("/terramatecloud/" + name), "no resource " + name);
        return Path.of(place.toURI());
    }
}
