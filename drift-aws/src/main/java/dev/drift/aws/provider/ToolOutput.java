package dev.drift.aws.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a tool prints, as far as it says why it failed. Bounded, and safe for use by the threads that drain it. */
final class ToolOutput {

    private static final int KEPT = 500;
    private static final int LONGEST = 300;
    private static final String ERROR = "Error: ";
    private static final Pattern FRAME = Pattern.compile("^[\\s│╷╵]+|\\s+$");

    /** Who asks, and what is signed, in addresses of registries and mirrors. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/@\\s]+@|\\?[^\\s\"]+");

    private final List<String> lines = new ArrayList<>();

    void drain(Process tool) {
        LineDrain.start("drift-init-output", tool.getInputStream(), this::keep, () -> {});
        LineDrain.start("drift-init-errors", tool.getErrorStream(), this::keep, () -> {});
    }

    synchronized void keep(String line) {
        if (lines.size() < KEPT) {
            lines.add(FRAME.matcher(line).replaceAll(""));
        }
    }

    /** The first error with its explanation, on one line. */
    synchronized String complaint() {
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
