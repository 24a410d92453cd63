package dev.drift.github.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;

/** A workflow as GitHub reads it. */
record Parsed(JsonNode root) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Parsed of(WorkflowFile file) {
        return of(file.text());
    }

    static Parsed of(String text) {
        try {
            return new Parsed(YAML.readTree(text));
        } catch (JsonProcessingException noYaml) {
            throw new AssertionError(text, noYaml);
        }
    }

    List<JsonNode> jobs() {
        return all(root.path("jobs"));
    }

    List<JsonNode> steps() {
        return jobs().stream().flatMap(job -> all(job.path("steps")).stream()).toList();
    }

    /** Everything that runs in a shell. */
    List<String> scripts() {
        return steps().stream()
                .filter(step -> step.has("run"))
                .map(step -> step.path("run").asText())
                .toList();
    }

    JsonNode job(String name) {
        return root.path("jobs").path(name);
    }

    static List<JsonNode> all(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.forEach(all::add);
        return all;
    }
}
