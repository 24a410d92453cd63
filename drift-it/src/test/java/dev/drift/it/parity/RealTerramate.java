package dev.drift.it.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Asks the real program, which is kept from reporting home. */
final class RealTerramate {

    private static final Set<String> COMPARED = Set.of("id", "name", "description", "tags", "before", "after");

    private final Path program;
    private final Path scratch;

    RealTerramate(Path program, Path scratch) throws IOException {
        this.program = program;
        this.scratch = scratch;
        Files.writeString(scratch.resolve("silent.rc"), "disable_checkpoint = true\ndisable_telemetry = true\n");
    }

    Answer answer(Path project, Question question) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(
                switch (question.verb()) {
                    case "stacks" -> List.of("debug", "show", "metadata");
                    case "order" -> List.of("list", "--run-order");
                    default -> List.of("list");
                });
        question.filters().forEach(command::add);
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.resolve(question.directory()).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CHECKPOINT_DISABLE", "1",
                        "TM_CLI_CONFIG_FILE", scratch.resolve("silent.rc").toString(),
                        "GIT_CEILING_DIRECTORIES", scratch.toString()));
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("terramate did not answer in time: " + command);
        }
        if (process.exitValue() != 0) {
            return new Answer(true, Files.readAllLines(err));
        }
        List<String> lines = Files.readAllLines(out);
        return new Answer(false, question.verb().equals("stacks") ? metadata(lines) : absolute(lines, question));
    }

    /** Terramate prints paths relative to where it is asked. */
    private static List<String> absolute(List<String> lines, Question question) {
        Path place = Path.of("/").resolve(question.directory());
        return lines.stream()
                .map(line -> place.resolve(line).normalize().toString())
                .toList();
    }

    private static List<String> metadata(List<String> lines) {
        List<String> stacks = new ArrayList<>();
        String stack = "";
        Map<String, String> facts = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith("stack ")) {
                flush(stack, facts, stacks);
                stack = line.substring("stack \"".length(), line.length() - 2);
            } else if (line.strip().startsWith("terramate.stack.")) {
                String[] parts =
                        line.strip().substring("terramate.stack.".length()).split("=", 2);
                if (COMPARED.contains(parts[0])) {
                    facts.put(parts[0], parts[1]);
                }
            }
        }
        flush(stack, facts, stacks);
        return stacks;
    }

    private static void flush(String stack, Map<String, String> facts, List<String> stacks) {
        if (!stack.isEmpty()) {
            stacks.add(stack + " " + facts);
        }
        facts.clear();
    }
}
