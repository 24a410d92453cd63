package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small Terramate repository in a directory. */
record Repository(Path root) {

    /** An empty one. */
    static Repository in(Path root) {
        Repository repository = new Repository(root);
        repository.write("terramate.tm.hcl", "terramate {\n  required_version = \"~> 0.17\"\n}\n");
        return repository;
    }

    /** Two environments, two regions, and a stack in neither. */
    static Repository sample(Path root) {
        return in(root).stack("stacks/prod/eu-central-1/web", "environment/prod", "region/eu-central-1", "web")
                .stack("stacks/prod/eu-central-1/data", "environment/prod", "region/eu-central-1")
                .stack("stacks/prod/eu-west-1/web", "environment/prod", "region/eu-west-1", "web")
                .stack("stacks/qa/eu-south-1/web", "environment/qa", "region/eu-south-1", "web")
                .stack("tools");
    }

    Repository stack(String path, String... tags) {
        String list = tags.length == 0 ? "" : "  tags = [\"" + String.join("\", \"", tags) + "\"]\n";
        return write(
                path + "/stack.tm.hcl", "stack {\n  name = \"" + Path.of(path).getFileName() + "\"\n" + list + "}\n");
    }

    Repository write(String file, String text) {
        try {
            Path place = root.resolve(file);
            Files.createDirectories(place.getParent());
            Files.writeString(place, text, UTF_8);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
