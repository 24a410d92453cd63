package dev.drift.it.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.cli.serve.TickDatabase;
import dev.drift.config.Secret;
import dev.drift.timetable.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "there are no programs for others")
class SharedTicksTest {

    private static final Duration ENOUGH = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void noTickIsLostOrDoubledByCopiesOfWhichOneIsKilledInTheMiddleOfItsRuns() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            TickDatabase ticks = TickDatabase.at(Secret.of(postgres.address()));
            runYesterday(postgres, ticks);
            Process hanging = copy("one", postgres, "hang");
            List<Process> others = List.of();
            try {
                awaitLines(hanging, "one .* begins .*", Copy.CELLS);
                others = List.of(copy("two", postgres, "end"), copy("three", postgres, "end"));
                hanging.destroyForcibly().waitFor();
                awaitLines(others.get(0), "(two|three) .* done .*", Copy.CELLS);
                Awaitility.await()
                        .atMost(ENOUGH)
                        .untilAsserted(() -> assertThat(standings(postgres))
                                .hasSize(Copy.CELLS)
                                .allSatisfy(
                                        standing -> assertThat(standing.due()).isAfter(Instant.now())));
            } finally {
                hanging.destroyForcibly();
                others.forEach(Process::destroyForcibly);
            }
            Instant last = Copy.SCHEDULE.previous(Instant.now());
            assertThat(lines("(two|three) .* done .*"))
                    .extracting(line -> line.replaceAll("^\\S+ ", ""))
                    .as(
                            "the last tick of every cell is run once, and the three before it and its lateness are told once")
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, Copy.CELLS)
                            .mapToObj(number -> Copy.cell(number) + " done " + last + " missed 4")
                            .toList());
            assertThat(lines(".* begins .*")).hasSize(2 * Copy.CELLS);
            assertThat(standings(postgres))
                    .allSatisfy(standing -> assertThat(standing.untold()).isEmpty());
        }
    }

    private static void runYesterday(Postgres postgres, TickDatabase ticks) throws SQLException {
        assertThat(ticks.standings("acme/infra")).as("nobody was there").isEmpty();
        ticks.prepare();
        Instant due = Copy.SCHEDULE.previous(Instant.now()).minus(18, ChronoUnit.HOURS);
        insert(postgres, due);
        assertThat(ticks.standings("acme/infra"))
                .hasSize(Copy.CELLS)
                .containsEntry(Copy.cell(0).toString(), Standing.at(due));
        assertThat(ticks.standings("acme/other")).isEmpty();
    }

    /** As if copies had been there yesterday, and then none. */
    private static void insert(Postgres postgres, Instant due) throws SQLException {
        try (Connection connection = postgres.connection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO drift_ticks (task_name, task_instance, task_data, execution_time, picked, version)"
                                + " VALUES ('drift serve acme/infra', ?, ?, ?, false, 1)")) {
            for (int number = 0; number < Copy.CELLS; number++) {
                insert.setString(1, Copy.cell(number).toString());
                insert.setBytes(2, Standing.at(due).toJson().getBytes(UTF_8));
                insert.setTimestamp(3, Timestamp.from(due));
                insert.executeUpdate();
            }
        }
    }

    private static List<Standing> standings(Postgres postgres) throws SQLException {
        List<Standing> all = new ArrayList<>();
        try (Connection connection = postgres.connection();
                PreparedStatement select = connection.prepareStatement("SELECT task_data FROM drift_ticks");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(Standing.read(new String(rows.getBytes(1), UTF_8)));
            }
        }
        return all;
    }

    private Process copy(String name, Postgres postgres, String mode) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Copy.class.getName(),
                        name,
                        postgres.address(),
                        folder.resolve("lines").toString(),
                        mode)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private void awaitLines(Process writing, String pattern, int count) {
        Awaitility.await()
                .atMost(ENOUGH)
                .failFast("it ended", () -> !writing.isAlive())
                .untilAsserted(() -> assertThat(lines(pattern)).hasSizeGreaterThanOrEqualTo(count));
    }

    private List<String> lines(String pattern) throws IOException {
        Path file = folder.resolve("lines");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.matches(pattern)).toList();
        }
    }
}
