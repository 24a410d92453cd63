package dev.drift.aws.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a tool prints, as far as it says why it failed. Bounded, and safe for use by the threads that drain it. */
final class ToolOutput {

    private static final int KEPT = 500;
    private static final int LONGEST = 300;
    private static final String ERROR = "Error: ";
    private static final Pattern NEXT = Pattern.compile("(Error|Warning): ");
    private static final Pattern FRAME = Pattern.compile("^[\\s│╷╵]+|\\s+$");

    /** Who asks, and what is signed, in addresses of registries and mirrors. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/@\\s]+@|\\?[^\\s\"]+");

    private static final Duration STRAGGLING_OUTPUT = Duration.ofSeconds(2);

    private final List<String> output = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final CountDownLatch streams = new CountDownLatch(2);

    void drain(Process tool) {
        LineDrain.start("drift-init-output", tool.getInputStream(), line -> keep(output, line), streams::countDown);
        LineDrain.start("drift-init-errors", tool.getErrorStream(), line -> keep(errors, line), streams::countDown);
    }

    private synchronized void keep(List<String> lines, String line) {
        String said = FRAME.matcher(line).replaceAll("");
        if (lines.size() < KEPT && !said.isEmpty()) {
            lines.add(said);
        }
    }

    /** The first error with its explanation, on one line; what is still in the pipes of a tool that ended is waited for. */
    String complaint() {
        try {
            streams.await(STRAGGLING_OUTPUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return firstError();
    }

    private synchronized String firstError() {
        List<String> said = errors.isEmpty() ? output : errors;
        List<String> error =
                said.stream().dropWhile(line -> !line.startsWith(ERROR)).toList();
        Stream<String> first = error.isEmpty()
                ? said.stream()
                : Stream.concat(
                        error.stream().limit(1),
                        error.stream()
                                .skip(1)
                                .takeWhile(line -> !NEXT.matcher(line).lookingAt()));
        String whole =
                CREDENTIALS.matcher(first.collect(Collectors.joining(" "))).replaceAll("");
        String cut = whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
        return cut.isEmpty() ? "it said nothing" : cut.replaceFirst("^" + ERROR, "");
    }
}
