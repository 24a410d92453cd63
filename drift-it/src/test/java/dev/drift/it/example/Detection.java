package dev.drift.it.example;

import dev.drift.it.estate.Estate;
import dev.drift.it.tools.Command;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One {@code drift detect --format json} over the estate.
 *
 * @param exit the exit code
 * @param json what stood on standard output
 * @param errors what stood on standard error
 * @param before the traces when it started
 * @param after the traces when it had ended
 */
record Detection(int exit, String json, String errors, Traces before, Traces after) {

    static Detection over(Estate estate, String... arguments) throws IOException, InterruptedException {
        return over(estate, Map.of(), arguments);
    }

    /** With variables on top of those everybody has who works with the estate. */
    static Detection over(Estate estate, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(estate.environment());
        environment.putAll(variables);
        Traces before = Traces.of(estate);
        String[] words = Stream.concat(
                        Stream.of("detect", "--format", "json", "--parallelism", "2"), Stream.of(arguments))
                .toArray(String[]::new);
        Command.Outcome run = DriftCommand.run(estate.checkout().root(), environment, words);
        return new Detection(run.exit(), run.out(), run.err(), before, Traces.of(estate));
    }

    DriftReport report() {
        return ReportJson.read("the report on standard output", json);
    }
}
