package dev.drift.github.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a repository that workflows lie in. Only files whose first line says that they were generated are changed or taken
 * away.
 */
public record WorkflowFolder(Path folder) {

    public WorkflowFolder {
        requireNonNull(folder, "folder is null");
    }

    /** What is not as it should be, by name; nothing if the folder holds these files and no others that were generated. */
    public List<WorkflowChange> changes(List<WorkflowFile> wanted) throws IOException {
        List<WorkflowChange> changes = new ArrayList<>();
        for (WorkflowFile file : wanted) {
            Path place = folder.resolve(file.name());
            String present = Files.exists(place) ? text(place) : "";
            if (!present.equals(file.text())) {
                changes.add(new WorkflowChange(
                        file.name(), kind(place, present), LineDifference.of(file.name(), present, file.text())));
            }
        }
        Set<String> names = wanted.stream().map(WorkflowFile::name).collect(Collectors.toSet());
        for (String name : generated()) {
            if (!names.contains(name)) {
                String present = text(folder.resolve(name));
                changes.add(
                        new WorkflowChange(name, WorkflowChange.Kind.LEFT_OVER, LineDifference.of(name, present, "")));
            }
        }
        return changes.stream()
                .sorted((one, other) -> one.file().compareTo(other.file()))
                .toList();
    }

    /**
     * Makes the folder hold these files. Each appears whole or not at all.
     *
     * @return what was changed
     * @throws dev.drift.config.InvalidConfigException naming every file that is somebody else's; then nothing is changed
     */
    public List<WorkflowChange> write(List<WorkflowFile> wanted) throws IOException {
        List<WorkflowChange> changes = changes(wanted);
        Problems problems = new Problems();
        changes.stream()
                .filter(change -> change.kind() == WorkflowChange.Kind.FOREIGN)
                .forEach(change -> problems.add(
                        folder.resolve(change.file()).toString(),
                        "This file was not generated, so it is not overwritten: move it away or rename it"));
        problems.throwIfAny();
        Files.createDirectories(folder);
        for (WorkflowFile file : wanted) {
            if (changes.stream().anyMatch(change -> change.file().equals(file.name()))) {
                replace(file);
            }
        }
        for (WorkflowChange change : changes) {
            if (change.kind() == WorkflowChange.Kind.LEFT_OVER) {
                Files.delete(folder.resolve(change.file()));
            }
        }
        return changes;
    }

    private static WorkflowChange.Kind kind(Path place, String present) {
        if (!Files.exists(place)) {
            return WorkflowChange.Kind.MISSING;
        }
        return present.startsWith(WorkflowFile.MARK) ? WorkflowChange.Kind.DIFFERENT : WorkflowChange.Kind.FOREIGN;
    }

    private void replace(WorkflowFile file) throws IOException {
        Path unfinished = Files.createTempFile(folder, ".drift-", ".tmp");
        try {
            Files.writeString(unfinished, file.text());
            Files.move(unfinished, readable(unfinished, file.name()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A temporary file is its owner's alone, a file of a repository is not. */
    private Path readable(Path unfinished, String name) {
        unfinished.toFile().setReadable(true, false);
        return folder.resolve(name);
    }

    private List<String> generated() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        List<String> generated = new ArrayList<>();
        for (String name : names) {
            if (text(folder.resolve(name)).startsWith(WorkflowFile.MARK)) {
                generated.add(name);
            }
        }
        return generated;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }
}
