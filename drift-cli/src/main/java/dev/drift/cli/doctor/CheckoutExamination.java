package dev.drift.cli.doctor;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether the checkout is one that a run can rely on. */
public record CheckoutExamination(Path repository) {

    public CheckoutExamination {
        requireNonNull(repository, "repository is null");
    }

    /** Where git keeps the history; the checkout of a second worktree, or of a submodule, only says where. */
    private Path history() {
        Path git = repository.resolve(".git");
        if (!Files.isRegularFile(git)) {
            return git;
        }
        try {
            Path own = repository.resolve(line(git).replaceFirst("^gitdir: ", ""));
            Path common = own.resolve("commondir");
            return Files.isRegularFile(common) ? own.resolve(line(common)) : own;
        } catch (IOException | InvalidPathException unreadable) {
            return git;
        }
    }

    private static String line(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    /** A history that was cut off, and workflows that GitHub never runs. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (Files.isRegularFile(history().resolve("shallow"))) {
            findings.add(new Finding(
                    "shallow-clone",
                    "The clone is shallow, so what changed since the base cannot be told",
                    "git fetch --unshallow, or fetch-depth: 0 of actions/checkout"));
        }
        Path workflows = repository.resolve(".github/workflows");
        if (Files.isDirectory(workflows)) {
            try (Stream<Path> files = Files.walk(workflows)) {
                files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                        .filter(file -> !workflows.equals(file.getParent()))
                        .sorted()
                        .map(file -> new Finding(
                                "nested-workflow",
                                repository.relativize(file) + " is never run: GitHub reads no folders below"
                                        + " .github/workflows",
                                "Move it to .github/workflows, or use 'drift generate workflows'"))
                        .forEach(findings::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return findings;
    }
}
