package dev.drift.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.testing.ReportSinkContract;
import dev.drift.testing.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest extends ReportSinkContract {

    @TempDir
    private Path folder;

    @Override
    protected ReportSink sink() {
        return new ReportFile(file(), ReportJson::write);
    }

    @Override
    protected boolean holds(DriftReport report) throws IOException {
        return Files.exists(file()) && Files.readString(file()).equals(ReportJson.write(report));
    }

    @Override
    protected boolean holdsAnything() throws IOException {
        return !files().isEmpty();
    }

    @Override
    protected Optional<ReportSink> unable() {
        return Optional.of(new ReportFile(folder.resolve("missing").resolve("report.json"), ReportJson::write));
    }

    @Test
    void namesTheFileAsItWasGiven() {
        assertThat(new ReportFile(Path.of("out/report.json"), ReportJson::write).destination())
                .isEqualTo("file " + Path.of("out/report.json"));
    }

    @Test
    void leavesNothingBesideTheReport() throws Exception {
        sink().deliver(Reports.drifted("run-1"));
        sink().deliver(Reports.drifted("run-2"));

        assertThat(files()).containsExactly(file());
    }

    @Test
    void leavesTheOldReportWhenTheNewOneCannotBeFormatted() throws Exception {
        sink().deliver(Reports.drifted("run-1"));
        ReportSink broken = new ReportFile(file(), report -> {
            throw new IllegalStateException("no words");
        });

        assertThatThrownBy(() -> broken.deliver(Reports.drifted("run-2"))).isInstanceOf(IllegalStateException.class);
        assertThat(holds(Reports.drifted("run-1"))).isTrue();
        assertThat(files()).containsExactly(file());
    }

    @Test
    void leavesNothingWhereItCannotMoveTheReport() throws Exception {
        ReportSink unnameable = new ReportFile(folder.resolve("x".repeat(300)), ReportJson::write);

        assertThatThrownBy(() -> unnameable.deliver(Reports.drifted("run-1"))).isInstanceOf(SinkException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void isReadableForItsOwnerOnly() throws Exception {
        sink().deliver(Reports.drifted("run-1"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsThePermissionsOfTheFileItReplaces() throws Exception {
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));

        sink().deliver(Reports.drifted("run-1"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r-----");
    }

    @Test
    void doesNotReplaceWhatAStreamLeadsTo() {
        ReportSink stream = new ReportFile(Path.of("/dev/stdout"), ReportJson::write);

        assertThatThrownBy(() -> stream.deliver(Reports.drifted("run-1")))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("no ordinary file");
    }

    @Test
    void namesTheFolderThatIsMissing() {
        assertThatThrownBy(() -> unable().orElseThrow().deliver(Reports.drifted("run-1")))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("there is no folder " + folder.resolve("missing"));
    }

    @Test
    void writesWhatALinkPointsTo() throws Exception {
        Path target = Files.writeString(folder.resolve("target.json"), "old");
        Files.createSymbolicLink(file(), target);

        sink().deliver(Reports.drifted("run-1"));

        assertThat(file()).isSymbolicLink();
        assertThat(target).hasContent(ReportJson.write(Reports.drifted("run-1")));
    }

    @Test
    void refusesFoldersAndDevices() {
        for (Path place : List.of(folder, Path.of("/dev/null"))) {
            assertThatThrownBy(() -> new ReportFile(place, ReportJson::write).deliver(Reports.drifted("run-1")))
                    .isInstanceOf(SinkException.class)
                    .hasMessageContaining("no ordinary file");
        }
    }

    private Path file() {
        return folder.resolve("report.json");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
