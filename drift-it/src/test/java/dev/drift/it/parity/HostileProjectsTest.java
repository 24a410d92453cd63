package dev.drift.it.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects too large or too strange to be written down as a case. */
class HostileProjectsTest {

    private static final Question LIST = Question.parse("list");

    @TempDir
    Path scratch = Path.of("");

    private Path project = scratch;
    private RealTerramate terramate;

    @BeforeEach
    void emptyProject() throws IOException {
        project = Files.createDirectory(scratch.resolve("project"));
        ProjectFixture.emptyRepository(project.resolve(".git"));
        terramate = new RealTerramate(RealTools.terramate(), scratch);
    }

    @Test
    void bothListFiveThousandStacks() throws Exception {
        for (int stack = 0; stack < 5_000; stack++) {
            Path directory = Files.createDirectories(project.resolve("group-" + stack % 50 + "/stack-" + stack));
            Files.writeString(directory.resolve("stack.tm"), "stack {\n  tags = [\"team-" + stack % 7 + "\"]\n}\n");
        }
        Question question = Question.parse("list --tags team-3");

        Answer ours = OurCatalog.answer(project, question);

        assertThat(ours.lines()).hasSize(714);
        assertThat(ours).isEqualTo(terramate.answer(project, question));
    }

    @Test
    void bothRefuseADirectoryWhosePathIsTooLongToRead() throws Exception {
        Path deep = longDirectory(project, 3_000);
        Path other = longDirectory(scratch.resolve("other"), 3_000);
        Files.writeString(other.resolve("stack.tm"), "stack {}");
        Files.move(scratch.resolve("other"), deep.resolve("below"));

        try {
            Answer ours = OurCatalog.answer(project, LIST);

            assertThat(ours.refused()).isTrue();
            assertThat(ours.lines()).singleElement().asString().contains("cannot be read");
            assertThat(terramate.answer(project, LIST).refused()).isTrue();
        } finally {
            // Nobody could delete it where it lies.
            Files.move(deep.resolve("below"), scratch.resolve("other"));
        }
    }

    @Test
    void bothListStacksAtTheEndOfADeepTree() throws Exception {
        Path deep = project;
        for (int level = 0; level < 500; level++) {
            deep = Files.createDirectory(deep.resolve("d"));
        }
        Files.writeString(deep.resolve("stack.tm"), "stack {}");

        Answer ours = OurCatalog.answer(project, LIST);

        assertThat(ours.lines()).hasSize(1);
        assertThat(ours).isEqualTo(terramate.answer(project, LIST));
    }

    @Test
    void bothRefuseAFileOfNestedBrackets() throws Exception {
        Files.writeString(project.resolve("x.tm"), "globals {\n  a = " + "[".repeat(100_000) + "\n}\n");

        Answer ours = OurCatalog.answer(project, LIST);

        assertThat(ours.refused()).isTrue();
        assertThat(ours.lines()).singleElement().asString().startsWith("x.tm:");
        assertThat(terramate.answer(project, LIST).refused()).isTrue();
    }

    private static Path longDirectory(Path top, int length) throws IOException {
        Path place = Files.createDirectories(top);
        while (place.toString().length() < length) {
            place = Files.createDirectory(place.resolve("a".repeat(200)));
        }
        return place;
    }
}
