package dev.drift.it.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.github.workflow.WorkflowFile;
import dev.drift.github.workflow.WorkflowFolder;
import dev.drift.github.workflow.Workflows;
import dev.drift.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The workflows that one {@code drift.yaml} comes to. */
record GeneratedWorkflows(List<WorkflowFile> files) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static GeneratedWorkflows of(Path file) {
        return of(file, List.of());
    }

    /** The same for an estate that has these stacks. */
    static GeneratedWorkflows of(Path file, List<Stack> stacks) {
        DriftFile read = DriftYaml.read("drift.yaml", file);
        return new GeneratedWorkflows(
                new Workflows(read.estate(), stacks, read.runners().workflows().orElseThrow(), read.secrets()).files());
    }

    /** A repository that holds them. */
    Path in(Path repository) throws IOException {
        new WorkflowFolder(repository.resolve(".github/workflows")).write(files);
        return Files.createDirectories(repository.resolve(".git")).getParent();
    }

    JsonNode job(String file, String job) throws IOException {
        String text = files.stream()
                .filter(each -> each.name().equals(file))
                .findFirst()
                .orElseThrow()
                .text();
        return YAML.readTree(text).path("jobs").path(job);
    }
}
