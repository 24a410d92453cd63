package dev.drift.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.testing.AuditNotes;
import dev.drift.testing.AuditTrailContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFolderTest extends AuditTrailContract {

    @TempDir
    private Path root;

    private Path folder() {
        return root.resolve("deep/trail");
    }

    @Override
    protected AuditTrail trail() {
        return AuditFolder.at(folder());
    }

    @Override
    protected AuditArchive archive() {
        return AuditFolder.at(folder());
    }

    @Override
    protected AuditTrail unable() throws IOException {
        return AuditFolder.at(Files.writeString(root.resolve("file"), "").resolve("trail"));
    }

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        trail().append(AuditNotes.of("run-1", 1));

        assertThat(permissions(folder())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void aLineHashesAsAShellWouldHashIt() throws Exception {
        trail().append(AuditNotes.of("run-1", 1));

        String line = Files.readString(folder().resolve(AuditFile.segment(1)), UTF_8);
        Process shell = new ProcessBuilder("sh", "-c", "sed 's/,\"hash\":\"[0-9a-f]*\"}$/}/' | tr -d '\\n' | sha256sum")
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().write(line.getBytes(UTF_8));
        shell.getOutputStream().close();

        String hashed = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(line).contains("\"hash\":\"" + hashed.substring(0, 64) + "\"}");
    }

    @Test
    void aSegmentGrowsUntilItIsFull() throws Exception {
        AuditTrail trail = new AuditFolder(folder(), Optional.empty(), 2_000);
        for (int run = 0; run < 10; run++) {
            trail.append(AuditNotes.of("run-" + run, 1));
        }

        List<Long> sizes = new ArrayList<>();
        AuditFolder.at(folder()).read(file -> sizes.add((long) file.content().length));
        assertThat(sizes).hasSizeBetween(3, 9).allMatch(size -> size <= 2_000);
        assertThat(AuditInspection.of(archive(), List.of()).isWhole()).isTrue();
    }

    @Test
    void goesOnWhereverAWriterWasStopped() throws Exception {
        for (long limit : new long[] {1, 1_000_000}) {
            Path before = root.resolve("before-" + limit);
            Path after = root.resolve("after-" + limit);
            new AuditFolder(before, Optional.empty(), limit).append(AuditNotes.of("run-1", 2));
            copy(before, after);
            new AuditFolder(after, Optional.empty(), limit).append(AuditNotes.of("run-2", 2));
            String segment = AuditFile.segment(limit == 1 ? 3 : 1);
            byte[] written = Files.readAllBytes(after.resolve(segment));
            int from = limit == 1 ? 0 : (int) Files.size(before.resolve(segment));
            for (int stopped = from; stopped <= written.length; stopped += stopped < written.length - 3 ? 31 : 1) {
                Path trail = root.resolve("stopped-" + limit + "-" + stopped);
                copy(before, trail);
                Files.write(trail.resolve(segment), Arrays.copyOf(written, stopped));

                new AuditFolder(trail, Optional.empty(), limit).append(AuditNotes.of("run-3", 1));

                AuditInspection inspection = AuditInspection.of(AuditFolder.at(trail), List.of());
                assertThat(inspection.findings()).as(trail.toString()).isEmpty();
                assertThat(inspection.recoveries()).hasSize(stopped == from ? 0 : 1);
            }
        }
    }

    @Test
    void aWriterThatWasStoppedShowsUntilTheNextOneRecordsIt() throws Exception {
        trail().append(AuditNotes.of("run-1", 2));
        Path segment = folder().resolve(AuditFile.segment(1));
        Files.writeString(segment, Files.readString(segment) + "{\"sequence\":3,\"prev");

        assertThat(AuditInspection.of(archive(), List.of()).findings())
                .extracting(AuditFinding::kind, AuditFinding::where)
                .contains(org.assertj.core.groups.Tuple.tuple(AuditFinding.Kind.TORN, segment + ":3"));

        trail().append(AuditNotes.of("run-2", 1));

        assertThat(AuditInspection.of(archive(), List.of()).findings()).isEmpty();
        assertThat(Files.readString(segment))
                .contains("\"event\":{\"kind\":\"recovered\",\"lines_kept\":0,\"bytes_dropped\":19}");
    }

    @Test
    void refusesToGoOnWhereSomebodyElseWasAtWork() throws Exception {
        trail().append(AuditNotes.of("run-1", 3));
        Path segment = folder().resolve(AuditFile.segment(1));
        List<String> lines = Files.readAllLines(segment);

        Files.write(segment, lines.subList(0, 2));
        assertThatThrownBy(() -> trail().append(AuditNotes.of("run-2", 1)))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("drift audit verify");

        Files.delete(segment);
        assertThatThrownBy(() -> trail().append(AuditNotes.of("run-2", 1))).isInstanceOf(AuditException.class);

        Files.write(segment, lines);
        Files.delete(folder().resolve(AuditFile.HEAD));
        assertThatThrownBy(() -> trail().append(AuditNotes.of("run-2", 1)))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("lost its head.json");
    }

    @Test
    void saysWhatIsInTheWayOfAFolder() throws Exception {
        Path file = Files.writeString(root.resolve("taken"), "a file");

        assertThatThrownBy(() -> AuditFolder.at(file).append(AuditNotes.of("run-1", 1)))
                .isInstanceOf(AuditException.class)
                .hasMessage(file + " cannot be written to: it is no folder");
        assertThatThrownBy(() -> AuditFolder.at(file.resolve("below")).append(AuditNotes.of("run-1", 1)))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining(" cannot be written to: ")
                .hasMessageNotContaining("null");
    }

    @Test
    void processesTakeTurns() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Appending.class.getName(),
                            folder().toString(),
                            "run-" + number)
                    .inheritIO()
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        AuditInspection inspection = AuditInspection.of(archive(), List.of());
        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.recoveries()).isEmpty();
        assertThat(inspection.lines()).isEqualTo(3 * 20 * 2);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
