package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that nothing but stacks form, while the file that is served stays as it is. */
class ServedFileTest {

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T06:00:00Z"));
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Repository repository = new Repository(Path.of(""));

    @BeforeEach
    void repository() {
        repository = Repository.sample(directory)
                .write("drift.yaml", "version: 1\nenvironments: { qa: { schedule: \"@daily\" } }\n");
    }

    @Test
    void aCellThatOnlyNewStacksFormIsServedWhenTheyAreListedAnewAndGoesWithThem() throws Exception {
        ServedFile served = served();
        var before = served.turns();
        repository.stack("stacks/qa/new/web", "environment/qa", "region/eu-north-1");

        assertThat(served.turns()).isSameAs(before);
        later();
        assertThat(cells(served)).containsExactlyInAnyOrder("qa/eu-south-1", "qa/eu-north-1");
        var after = served.turns();
        later();
        assertThat(served.turns()).isSameAs(after);

        Files.delete(directory.resolve("stacks/qa/new/web/stack.tm.hcl"));
        later();
        assertThat(cells(served)).containsExactly("qa/eu-south-1");
        assertThat(said())
                .containsOnlyOnce("The stacks were changed; serves qa/eu-south-1, qa/eu-north-1\n")
                .containsOnlyOnce("The stacks were changed; serves qa/eu-south-1\n");
    }

    @Test
    void stacksThatCannotBeListedAreToldOnceAndTheCellsStay() throws Exception {
        ServedFile served = served();
        repository
                .stack("stacks/qa/new/web", "environment/qa", "region/eu-north-1")
                .write("broken.tm.hcl", "stack {");

        for (int time = 0; time < 3; time++) {
            later();
            assertThat(cells(served)).containsExactly("qa/eu-south-1");
        }
        assertThat(said()).containsOnlyOnce("The stacks cannot be listed, so the cells stay as they were: ");

        Files.delete(directory.resolve("broken.tm.hcl"));
        later();
        assertThat(cells(served)).hasSize(2);
    }

    @Test
    void aFileThatCannotBeUsedKeepsNoNewCellFromBeingServedByTheOneBefore() {
        ServedFile served = served();
        repository
                .write("drift.yaml", "version: 1\nenvironments: { qa: { schedul: \"@daily\" } }\n")
                .stack("stacks/qa/new/web", "environment/qa", "region/eu-north-1");

        assertThat(cells(served)).containsExactly("qa/eu-south-1");
        later();
        assertThat(cells(served)).hasSize(2);
    }

    private ServedFile served() {
        ServeCommand options = new ServeCommand();
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), false, UTF_8),
                new PrintStream(err, false, UTF_8),
                Map.of(),
                directory,
                Terminal.NONE);
        return ServedFile.of(options, directory.resolve("reports"), surroundings, ScriptedRuns.IN_SYNC, clock);
    }

    private void later() {
        clock.moveTo(clock.instant().plus(Pause.SHORTEST));
    }

    private String said() {
        return err.toString(UTF_8);
    }

    private static List<String> cells(ServedFile served) {
        return served.turns().stream()
                .map(turns -> turns.timetable().cell().toString())
                .toList();
    }
}
