package dev.drift.terramate.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProjectRootTest {

    private static final int SEARCHES = 300;
    private static final int COMING_AND_GOING = 40;

    @Test
    @Timeout(60)
    void filesThatComeAndGoBesideAProjectAreNoProblem(@TempDir Path above) throws Exception {
        Path place = Files.createDirectories(above.toRealPath().resolve("project/stacks"));
        Path root = place.getParent();
        Files.writeString(root.resolve("terramate.tm"), "terramate {\n required_version = \">= 0.1\"\n}\n");
        AtomicBoolean over = new AtomicBoolean();
        Thread others = new Thread(() -> comeAndGo(place, over));
        others.start();
        try {
            for (int search = 0; search < SEARCHES; search++) {
                assertThat(ProjectRoot.of(place)).isEqualTo(root);
            }
        } finally {
            over.set(true);
            others.join();
        }
    }

    private static void comeAndGo(Path place, AtomicBoolean over) {
        try {
            while (!over.get()) {
                for (int file = 0; file < COMING_AND_GOING; file++) {
                    Files.createFile(place.resolve("passing-" + file));
                }
                for (int file = 0; file < COMING_AND_GOING; file++) {
                    Files.delete(place.resolve("passing-" + file));
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
