package dev.drift.cli;

import java.util.Map;
import java.util.Optional;

/**
 * What stands behind the standard streams. Java cannot tell, so the launcher does, by the system properties {@code
 * drift.terminal.out} and {@code drift.terminal.err} ({@code true} for a terminal) and {@code drift.terminal.width}.
 *
 * @param out whether results are read by somebody at a terminal
 * @param err whether messages are
 * @param width how many characters a line has
 */
record Terminal(boolean out, boolean err, int width) {

    /** Files and pipes. */
    static final Terminal NONE = new Terminal(false, false, 100);

    /** As the launcher said; files and pipes if it said nothing. */
    static Terminal ofThisProcess() {
        return new Terminal(
                Boolean.getBoolean("drift.terminal.out"),
                Boolean.getBoolean("drift.terminal.err"),
                Optional.ofNullable(Integer.getInteger("drift.terminal.width"))
                        .filter(width -> width > 0)
                        .orElse(NONE.width));
    }

    /** Whether colours are wanted on a stream: {@code NO_COLOR} and {@code CLICOLOR_FORCE} decide, then the terminal. */
    static boolean colours(boolean terminal, Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "0");
        return (!force.isEmpty() && !force.equals("0")) || (terminal && !isDumb(environment));
    }

    /** Whether a line on the terminal can be written anew. */
    static boolean isDumb(Map<String, String> environment) {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }
}
