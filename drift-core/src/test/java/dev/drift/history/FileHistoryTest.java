package dev.drift.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.stack.StackPath;
import dev.drift.testing.ReportHistoryContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHistoryTest extends ReportHistoryContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final StackPath WEB = StackPath.of("/stacks/w\u00e9b \"quoted\"");
    private static final LastCheck DRIFTED = new LastCheck(
            WEB, NOON, Optional.of(new Fingerprint("0123456789abcdef")), Optional.of(NOON.minusSeconds(3600)));

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();

    @Override
    protected ReportHistory history() {
        return FileHistory.in(directory.resolve("state/drift"), told::add);
    }

    @Test
    void outlivesTheProcess() {
        history().remember(DRIFTED);

        assertThat(history().last(WEB)).contains(DRIFTED);
        assertThat(told).isEmpty();
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        history().remember(DRIFTED);

        Path folder = directory.resolve("state/drift");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void beginsAnewWhereAFileIsDamagedAndSaysSo() throws IOException {
        for (String damage :
                List.of("", "{", "[]", "{\"version\": 2}", "x".repeat(70_000), "{\"version\":1,\"stack\":\"web\"}")) {
            history().remember(DRIFTED);
            Files.writeString(file(), damage);
            told.clear();

            assertThat(history().last(WEB)).isEmpty();
            assertThat(told).singleElement().asString().contains("/stacks/w\u00e9b", "begins anew");
            history().remember(DRIFTED);
            assertThat(history().last(WEB)).contains(DRIFTED);
        }
    }

    @Test
    void keepsTheNewestCheckOfRunsSideBySide() {
        IntStream.range(0, 8).parallel().forEach(number -> {
            ReportHistory own = FileHistory.in(directory.resolve("state/drift"), line -> {});
            IntStream.range(0, 20)
                    .mapToObj(check -> NOON.plusSeconds(number * 100L + check))
                    .forEach(at -> own.remember(new LastCheck(WEB, at, Optional.empty(), Optional.empty())));
        });

        assertThat(history().last(WEB).map(LastCheck::checkedAt)).contains(NOON.plusSeconds(719));
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        Files.writeString(directory.resolve("state"), "a file is in the way");

        assertThatThrownBy(() -> history().remember(DRIFTED))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("state/drift");
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("state/drift"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
