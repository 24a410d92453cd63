package dev.drift.terramate.cloud.live;

import dev.drift.observation.KnownSecrets;
import dev.drift.terramate.plan.SanitizedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines that the tools of one stack print, on their way out. What a tool says of its progress passes at once; whatever may
 * hold a value waits until it is known which values are secret, and never leaves if that is never known. Used by one thread at
 * a time.
 */
final class HeldLines {

    private static final int MOST = 4096;

    private final Consumer<String> out;
    private final List<String> held = new ArrayList<>();
    private int lost;

    HeldLines(Consumer<String> out) {
        this.out = out;
    }

    void add(String line) {
        ToolLine.progress(line).ifPresentOrElse(out, () -> addOther(line));
    }

    /** Lets go of what waits, with the secrets in it hidden. */
    void release(KnownSecrets secrets) {
        held.forEach(line -> out.accept(secrets.hiddenIn(line, SanitizedPlan.HIDDEN)));
        held.clear();
    }

    /** Says how much never left. */
    void close() {
        int left = lost + held.size();
        held.clear();
        lost = 0;
        if (left > 0) {
            out.accept("[drift] " + left + (left == 1 ? " line is" : " lines are")
                    + " left out: nothing tells which values in them are secret");
        }
    }

    /** In order: behind a line that waits even a sentence does. */
    private void addOther(String line) {
        if (held.isEmpty() && lost == 0 && ToolLine.isSentence(line)) {
            out.accept(line);
        } else if (held.size() < MOST) {
            held.add(line);
        } else {
            lost++;
        }
    }
}
