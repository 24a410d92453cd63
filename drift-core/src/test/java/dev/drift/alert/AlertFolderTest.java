package dev.drift.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import dev.drift.testing.AlertMemoryContract;
import dev.drift.testing.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertFolderTest extends AlertMemoryContract {

    @TempDir
    private Path root;

    private static final LastAlert LAST =
            new LastAlert(Optional.empty(), Verdict.UNKNOWN, Optional.empty(), Optional.empty(), Reports.FINISHED);

    @Override
    protected AlertMemory memory() {
        return new AlertFolder(root.resolve("alerts"));
    }

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        memory().renew("eu", before -> Map.of(StackPath.of("/a"), LAST));

        try (var files = Files.list(root.resolve("alerts"))) {
            assertThat(files.toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothing() throws Exception {
        memory().renew("eu", before -> Map.of(StackPath.of("/a"), LAST));
        write("{\"/a\":{}}");

        assertThatThrownBy(() -> memory().recall("eu"))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("everything is told once more");
    }

    @Test
    void aFileThatKnowsNoCellsIsReadAsItIs() throws Exception {
        memory().renew("eu", before -> Map.of(StackPath.of("/a"), LAST));
        write("{\"/a\":{\"verdict\":\"unknown\",\"told_at\":\"" + Reports.FINISHED + "\"}}");

        assertThat(memory().recall("eu")).containsOnly(Map.entry(StackPath.of("/a"), LAST));
    }

    @Test
    void whoeverCannotHaveTheRouteInTimeIsToldWhy() throws Exception {
        AlertMemory hasty = new AlertFolder(root.resolve("alerts"), Duration.ofMillis(1));

        memory().renew("eu", before -> {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                try {
                    hasty.renew("eu", known -> known);
                } catch (AlertException busy) {
                    throw new CompletionException(busy);
                }
            });
            assertThatThrownBy(() -> other.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(AlertException.class)
                    .hasMessageContaining("others are telling the route eu");
            return before;
        });
    }

    private void write(String text) throws Exception {
        try (var files = Files.list(root.resolve("alerts"))) {
            Files.writeString(
                    files.filter(file -> file.toString().endsWith(".json"))
                            .findFirst()
                            .orElseThrow(),
                    text);
        }
    }
}
