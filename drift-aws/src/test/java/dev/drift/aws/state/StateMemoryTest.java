package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateMemoryTest {

    private static final long SIZE = 75L << 20;

    @TempDir
    Path directory = Path.of("");

    @Test
    void aStateLargerThanTheMemoryIsRead() throws Exception {
        Path state = directory.resolve("large.tfstate");
        int objects = write(state);
        assertThat(Files.size(state)).isGreaterThan(SIZE);

        assertThat(printed("-Xmx64m", state))
                .isEqualTo(
                        "3 " + new StateContent.Seen(java.util.Set.of("aws_sqs_queue"), java.util.Set.of(), objects));
    }

    /** Many objects with names of their own, and one value of 20 MiB. */
    private static int write(Path state) throws IOException {
        int objects = 0;
        try (BufferedWriter out = Files.newBufferedWriter(state)) {
            out.write("{\"version\": 4, \"serial\": 3, \"lineage\": \"l\", \"outputs\": {\"big\": {\"value\": \"");
            out.write("x".repeat(20 << 20));
            out.write("\"}}, \"resources\": [");
            for (long written = 20L << 20; written <= SIZE; written += 1000) {
                out.write((objects == 0 ? "" : ",")
                        + "{\"mode\": \"managed\", \"type\": \"aws_sqs_queue\", \"name\": \"q" + objects
                        + "\", \"instances\": [{\"attributes\": {\"tags\": {\"key-" + objects + "\": \""
                        + "y".repeat(900)
                        + "\"}}}]}");
                objects++;
            }
            out.write("]}");
        }
        return objects;
    }

    private String printed(String memory, Path state) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadsOneState.class.getName(),
                        state.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("the program ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        return lines.get(lines.size() - 1);
    }
}
