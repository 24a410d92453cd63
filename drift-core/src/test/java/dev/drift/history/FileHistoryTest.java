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
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
        history().remember(List.of(DRIFTED));

        assertThat(history().last(WEB)).contains(DRIFTED);
        assertThat(told).isEmpty();
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        history().remember(List.of(DRIFTED));

        assertThat(permissions(file().getParent())).isEqualTo("rwx------");
        assertThat(permissions(file())).isEqualTo("rw-------");
    }

    @Test
    void beginsAnewForTheStackWhoseLineIsDamagedAndSaysSo() throws IOException {
        LastCheck other = new LastCheck(StackPath.of("/other"), NOON, Optional.empty(), Optional.empty());
        for (String damage :
                List.of("{", "[]", "{\"version\": 2}", "x".repeat(70_000), "{\"version\":1,\"stack\":\"web\"}", "\0")) {
            history().remember(List.of(DRIFTED, other));
            Files.writeString(file(), Files.readString(file()).replaceFirst("(?m)^.*quoted.*$", damage));
            told.clear();

            assertThat(history().last(WEB)).isEmpty();
            assertThat(told).singleElement().asString().contains("1 line", "begin anew");
            assertThat(history().last(other.stack())).contains(other);
            history().remember(List.of(DRIFTED));
            told.clear();
            assertThat(history().last(List.of(WEB, other.stack()))).hasSize(2).containsEntry(WEB, DRIFTED);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aFileThatWasCutOffKeepsWhatIsWhole() throws IOException {
        LastCheck first = new LastCheck(StackPath.of("/a"), NOON, Optional.empty(), Optional.empty());
        history().remember(List.of(first, DRIFTED));
        String whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() - 20));

        assertThat(history().last(List.of(first.stack(), WEB))).isEqualTo(Map.of(first.stack(), first));
    }

    @Test
    void whatAKilledRunLeftBehindIsInNobodysWay() throws IOException {
        history().remember(List.of(DRIFTED));
        Files.writeString(directory.resolve("state/drift/checks.jsonl.tmp"), "half of i");

        history().remember(List.of(DRIFTED));

        assertThat(history().last(WEB)).contains(DRIFTED);
        assertThat(directory.resolve("state/drift/checks.jsonl.tmp")).doesNotExist();
    }

    @Test
    void anUnreadableFileIsToldAndNeverReplaced() throws IOException {
        Files.createDirectories(file());

        assertThat(history().last(WEB)).isEmpty();
        assertThat(told).singleElement().asString().contains("cannot be read");
        assertThatThrownBy(() -> history().remember(List.of(DRIFTED))).isInstanceOf(HistoryException.class);
        assertThat(file()).isDirectory();
    }

    @Test
    void keepsTheNewestCheckOfRunsSideBySide() {
        IntStream.range(0, 8).parallel().forEach(number -> {
            ReportHistory own = FileHistory.in(directory.resolve("state/drift"), line -> {});
            IntStream.range(0, 20)
                    .mapToObj(check -> NOON.plusSeconds(number * 100L + check))
                    .forEach(at -> own.remember(List.of(new LastCheck(WEB, at, Optional.empty(), Optional.empty()))));
        });

        assertThat(history().last(WEB).map(LastCheck::checkedAt)).contains(NOON.plusSeconds(719));
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        Files.writeString(directory.resolve("state"), "a file is in the way");

        assertThatThrownBy(() -> history().remember(List.of(DRIFTED)))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("state/drift");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Path file() {
        return directory.resolve("state/drift/checks.jsonl");
    }
}
