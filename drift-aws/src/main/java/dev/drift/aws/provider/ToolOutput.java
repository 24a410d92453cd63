package dev.drift.aws.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a tool prints, as far as it says why it failed. Bounded, and safe for use by the threads that drain it. */
final class ToolOutput {

    private static final int KEPT = 500;
    private static final int LONGEST = 300;
    private static final String ERROR = "Error: ";
    private static final Pattern FRAME = Pattern.compile("^[\\s│╷╵]+|\\s+$");

    /** Who asks, and what is signed, in addresses of registries and mirrors. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/@\\s]+@|\\?[^\\s\"]+");

    private static final Duration STRAGGLING_OUTPUT = Duration.ofSeconds(2);

    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch streams = new CountDownLatch(2);

    void drain(Process tool) {
        LineDrain.start("drift-init-output", tool.getInputStream(), this::keep, streams::countDown);
        LineDrain.start("drift-init-errors", tool.getErrorStream(), this::keep, streams::countDown);
    }

    private synchronized void keep(String line) {
        if (lines.size() < KEPT) {
            lines.add(FRAME.matcher(line).replaceAll(""));
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
        List<String> said = lines.stream().filter(line -> !line.isEmpty()).toList();
        List<String> error =
                said.stream().dropWhile(line -> !line.startsWith(ERROR)).toList();
        String whole = CREDENTIALS
                .matcher(String.join(" ", error.isEmpty() ? said : error))
                .replaceAll("");
        String cut = whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
        return cut.isEmpty() ? "it said nothing" : cut.replaceFirst("^" + ERROR, "");
    }
}
