package dev.drift.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTurnTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void oneHasItAtATimeByWhateverNameTheFolderGoes() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));

        FileTurn mine = take("real/lock", Duration.ZERO).orElseThrow();
        assertThat(take("link/lock", Duration.ofMillis(1))).isEmpty();
        assertThat(take("real/other", Duration.ZERO)).isPresent();
        mine.close();
        mine.close();

        assertThat(FileTurn.take(link.resolve("lock"), Duration.ZERO)).isPresent();
        assertThat(take("real/lock", Duration.ZERO)).isEmpty();
    }

    @Test
    void whoeverWaitsHasItOnceAnyThreadLetsGo() throws Exception {
        FileTurn mine = take("lock", Duration.ZERO).orElseThrow();
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> {
            try {
                return take("lock", LONG).isPresent();
            } catch (IOException refused) {
                throw new AssertionError(refused);
            }
        });

        mine.close();

        assertThat(other.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void otherProcessesSeeThatItIsTaken() throws IOException {
        FileTurn mine = take("lock", Duration.ZERO).orElseThrow();

        try (FileChannel stranger = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            assertThatThrownBy(stranger::tryLock).isInstanceOf(OverlappingFileLockException.class);
            mine.close();
            assertThat(stranger.tryLock()).isNotNull();
        }
    }

    @Test
    void nobodyHasItWhereThereIsNoFolderNorWhoeverIsInterrupted() throws IOException {
        assertThatThrownBy(() -> take("missing/lock", Duration.ZERO)).isInstanceOf(IOException.class);

        Thread.currentThread().interrupt();
        assertThat(take("lock", LONG)).isEmpty();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(take("lock", Duration.ZERO)).isPresent();
    }

    private Optional<FileTurn> take(String file, Duration patience) throws IOException {
        return FileTurn.take(folder.resolve(file), patience);
    }
}
