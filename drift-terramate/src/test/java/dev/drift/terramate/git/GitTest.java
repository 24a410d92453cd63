package dev.drift.terramate.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.catalog.CatalogException;
import dev.drift.terramate.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {

    @TempDir
    Path root = Path.of("");

    @Test
    void answersWithTheFirstLine() {
        History.begun(root).commit();

        assertThat(git().answer("symbolic-ref", "HEAD")).contains("refs/heads/main");
    }

    @Test
    void isEmptyWhereGitSaysNo() {
        History.begun(root).commit();

        assertThat(git().answer("rev-parse", "--verify", "--quiet", "nowhere")).isEmpty();
    }

    @Test
    void repeatsWhyGitCannotAnswer() {
        History.begun(root).commit();

        assertThatThrownBy(() -> git().answer("merge-base", "HEAD", "nowhere"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("git merge-base failed: fatal: ")
                .hasMessageContaining("nowhere");
    }

    @Test
    void keepsNamesAsTheyAre() {
        History.begun(root).with("a \"b\"\n\\ö.tf", "").commit();

        assertThat(git().entries("ls-files", "-z")).containsExactly("a \"b\"\n\\ö.tf");
    }

    @Test
    void asksTheRepositoryOfTheDirectoryWhateverTheEnvironmentSays(@TempDir Path elsewhere) {
        History.begun(root).with("here.tf", "").commit();
        History.begun(elsewhere).with("elsewhere.tf", "").commit();
        Git git = Git.at(
                root,
                History.USER.with(Map.of(
                        "GIT_DIR", elsewhere.resolve(".git").toString(),
                        "GIT_WORK_TREE", elsewhere.toString(),
                        "GIT_INDEX_FILE", elsewhere.resolve(".git/index").toString())));

        assertThat(git.entries("ls-files", "-z")).containsExactly("here.tf");
    }

    @Test
    void obeysTheConfigurationOfTheEnvironment() {
        History.begun(root).commit();
        Git git = Git.at(
                root,
                History.USER.with(Map.of(
                        "GIT_CONFIG_COUNT", "1",
                        "GIT_CONFIG_KEY_0", "drift.word",
                        "GIT_CONFIG_VALUE_0", "heard")));

        assertThat(git.answer("config", "drift.word")).contains("heard");
    }

    @Test
    void findsNoRepositoryAboveTheDirectory() throws IOException {
        History.begun(root).commit();
        Path below = Files.createDirectory(root.resolve("below"));

        assertThatThrownBy(() -> Git.at(below, History.USER).answer("rev-parse", "HEAD"))
                .hasMessageContaining("not a git repository");
    }

    @Test
    void writesNothing() throws IOException {
        History.begun(root).with("a.tf", "one").commit();
        Files.setLastModifiedTime(root.resolve("a.tf"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Map<String, String> before = files();

        assertThat(git().entries("status", "--porcelain", "-z")).isEmpty();

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void runsNoProgramThatTheRepositoryNames() throws IOException {
        History.begun(root).with("a.tf", "one").commit();
        History.begun(root).git("config", "core.fsmonitor", "touch " + root.resolve("ran") + " #");

        git().entries("status", "--porcelain", "-z");

        assertThat(root.resolve("ran")).doesNotExist();
    }

    private Git git() {
        return Git.at(root, History.USER);
    }

    /** Every file with its size and time. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.toList()) {
                files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
