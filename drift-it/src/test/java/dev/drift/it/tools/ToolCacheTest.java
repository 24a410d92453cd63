package dev.drift.it.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCacheTest {

    @TempDir
    private Path folder;

    @Test
    void installsATwiceWantedToolOnce() throws Exception {
        AtomicInteger installs = new AtomicInteger();
        // Two caches over one folder: what one knows in memory does not help the other.
        Callable<Path> provide = () -> new ToolCache(folder).provide("tool", "1.0", place -> {
            installs.incrementAndGet();
            Files.writeString(place.resolve("tool"), "ready");
        });

        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Path>> places = threads.invokeAll(List.of(provide, provide));
        threads.shutdown();

        for (Future<Path> place : places) {
            assertThat(place.get().resolve("tool")).hasContent("ready");
        }
        assertThat(installs).hasValue(1);
    }

    @Test
    void keepsNothingOfAnInstallThatFailed() {
        ToolCache cache = new ToolCache(folder);

        assertThatThrownBy(() -> cache.provide("tool", "1.0", place -> {
                    Files.writeString(place.resolve("tool"), "half");
                    throw new IOException("the compiler gave up");
                }))
                .hasMessage("the compiler gave up");

        assertThat(cache.place("tool", "1.0")).doesNotExist();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void takesThePinnedVersionFromTheCacheWithoutAskingIt() throws Exception {
        ToolCache cache = new ToolCache(folder);
        Files.createDirectories(cache.place("java", "0.0"));
        PinnedTool pinned = new PinnedTool("java", "0.0", List.of("--no-such-option"), place -> {
            throw new IOException("not to be installed");
        });

        assertThat(pinned.provide(cache)).isEqualTo(folder.resolve("java-0.0").resolve("java"));
    }

    @Test
    void passesOverAnotherVersionOnThePath() throws Exception {
        ToolCache cache = new ToolCache(folder);
        PinnedTool pinned = new PinnedTool(
                "git", "0.0.1", List.of("--version"), place -> Files.writeString(place.resolve("git"), "ours"));

        assertThat(pinned.provide(cache)).hasContent("ours");
    }

    private List<Path> unfinished() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
