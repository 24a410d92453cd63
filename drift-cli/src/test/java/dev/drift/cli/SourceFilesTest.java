package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    @TempDir
    Path root;

    private final SourceFiles files = new SourceFiles();

    @BeforeEach
    void write() throws Exception {
        Path stack = Files.createDirectories(root.resolve("prod/web"));
        Files.writeString(stack.resolve("main.tf"), "resource \"aws_vpc\" \"a\" {\n}\n");
        Files.writeString(stack.resolve("ecs.tf"), "\nresource \"aws_ecs_service\" \"web\" {\n}\n");
    }

    private Stack stack(String path) {
        StackPath at = StackPath.of(path);
        return new Stack(at, Optional.empty(), at.baseName(), "", List.of(), root.resolve(path.substring(1)));
    }

    @Test
    void namesTheFileThatDeclaresAResource() {
        assertThat(files.apply(stack("/prod/web"), "aws_ecs_service.web[\"a\"]"))
                .isEqualTo("ecs.tf");
        assertThat(files.apply(stack("/prod/web"), "aws_vpc.a")).isEqualTo("main.tf");
    }

    @Test
    void namesTheFileOfTheStackElse() throws Exception {
        assertThat(files.apply(stack("/prod/web"), "module.x.aws_vpc.a")).isEqualTo("main.tf");
        Files.writeString(root.resolve("prod/web/stack.tm.hcl"), "stack {}");

        assertThat(files.apply(stack("/prod/web"), "aws_vpc.gone")).isEqualTo("stack.tm.hcl");
        assertThat(files.apply(stack("/prod/web"), "")).isEqualTo("stack.tm.hcl");
    }

    @Test
    void guessesWhereNothingIsThere() {
        assertThat(files.apply(stack("/prod/none"), "aws_vpc.a")).isEqualTo("stack.tm.hcl");
    }

    @Test
    void planIsItsOwnFile() {
        assertThat(files.apply(stack("/plans/web.json"), "aws_vpc.a")).isEmpty();
    }
}
