package dev.drift.it.benchmark;

import static java.util.Objects.requireNonNull;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one command cost.
 *
 * @param wall seconds until the command itself had ended
 * @param cpu user and system seconds of every process of its tree, also of those whose parent went before them
 * @param pss peak of the summed proportional memory of the tree in MiB: pages that processes share count once
 * @param rss the same of the resident memory: shared pages count in every process
 * @param outcome what the command said
 */
record Cost(double wall, double cpu, double pss, double rss, Command.Outcome outcome) {

    private static final Duration PATIENCE = Duration.ofMinutes(40);

    /** Runs a command and counts. */
    static Cost of(Command command) throws IOException, InterruptedException {
        return counted(command, "0");
    }

    /** Runs a command and reads its memory ten times a second, which disturbs it: its times are not to be compared. */
    static Cost withMemory(Command command) throws IOException, InterruptedException {
        return counted(command, "0.1");
    }

    static Cost median(List<Cost> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Cost::wall))
                .toList()
                .get(runs.size() / 2);
    }

    void print(String what) {
        Timing.print("%-44s %.2f s wall, %.2f CPU-s", what, wall, cpu);
    }

    private static Cost counted(Command command, String interval) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cost");
        Path script = folder.resolve("cost.py");
        Path result = folder.resolve("result");
        try (InputStream source = Cost.class.getResourceAsStream("/benchmark/cost.py")) {
            Files.copy(requireNonNull(source, "no cost.py"), script);
            Object[] words = Stream.concat(Stream.of("python3", script, result, interval), command.words().stream())
                    .toArray();
            Command.Outcome outcome = Command.of(words)
                    .in(command.folder())
                    .with(command.environment())
                    .within(PATIENCE)
                    .run();
            return read(Files.readString(result), outcome);
        } finally {
            FileTree.remove(folder);
        }
    }

    private static Cost read(String result, Command.Outcome outcome) throws IOException {
        double[] figures = Arrays.stream(result.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (figures[3] != 0) {
            throw new IOException("%.0f processes were left behind".formatted(figures[3]));
        }
        return new Cost(figures[0], figures[1], figures[4], figures[5], outcome);
    }
}
