package dev.drift.github.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.drift.config.InvalidConfigException;
import dev.drift.github.workflow.WorkflowChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a repository against what is generated. */
class WorkflowFolderTest {

    private static final List<WorkflowFile> WANTED = List.of(generated("a.yaml", "one"), generated("b.yaml", "two"));

    @TempDir
    Path repository;

    @Test
    void holdsWhatWasWritten() throws IOException {
        WorkflowFolder folder = folder();

        assertThat(folder.write(WANTED)).extracting(WorkflowChange::kind).containsOnly(Kind.MISSING);

        assertThat(folder.changes(WANTED)).isEmpty();
        assertThat(folder.write(WANTED)).isEmpty();
        assertThat(folder.folder()).isDirectoryContaining("glob:**/a.yaml").isDirectoryNotContaining("glob:**/*.tmp");
    }

    @Test
    void saysInWhichLinesAFileDiffers() throws IOException {
        WorkflowFolder folder = folder();
        folder.write(WANTED);
        Files.writeString(
                folder.folder().resolve("b.yaml"), generated("b.yaml", "too").text());

        assertThat(folder.changes(WANTED)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.DIFFERENT);
            assertThat(change.difference())
                    .startsWith("--- b.yaml\n+++ b.yaml\n@@\n")
                    .contains("\n-too\n+two\n");
        });
    }

    @Test
    void takesAwayWhatNothingWantsAnyMore() throws IOException {
        WorkflowFolder folder = folder();
        folder.write(WANTED);

        assertThat(folder.write(WANTED.subList(0, 1)))
                .extracting(WorkflowChange::file, WorkflowChange::kind)
                .containsExactly(tuple("b.yaml", Kind.LEFT_OVER));
        assertThat(folder.folder().resolve("b.yaml")).doesNotExist();
    }

    @Test
    void leavesAloneWhatSomebodyElseWrote() throws IOException {
        WorkflowFolder folder = folder();
        Files.createDirectories(folder.folder());
        Path theirs = Files.writeString(folder.folder().resolve("a.yaml"), "name: ours\n");
        Path other = Files.writeString(folder.folder().resolve("other.yaml"), "name: other\n");

        assertThatThrownBy(() -> folder.write(WANTED))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("a.yaml")
                .hasMessageContaining("not overwritten");

        assertThat(theirs).hasContent("name: ours\n");
        assertThat(folder.folder().resolve("b.yaml")).doesNotExist();
        Files.delete(theirs);
        folder.write(WANTED);
        assertThat(other).exists();
    }

    private WorkflowFolder folder() {
        return new WorkflowFolder(repository.resolve(".github/workflows"));
    }

    private static WorkflowFile generated(String name, String line) {
        return new WorkflowFile(name, WorkflowFile.header() + "\n" + line + "\n");
    }
}
