package dev.drift.terramate.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a tool says it has done while it applies: an object each, and its own sum. Safe for use by several threads. */
final class DoneLines {

    private static final int MOST = 1_000;
    private static final Pattern DONE = Pattern.compile(
            "\\S.*: (Creation|Modifications|Destruction|Import|Apply) complete\\b.*|(Apply|Destroy) complete! .*");
    /** Which object it is, is said by its address; its id may be as secret as any other value. */
    private static final Pattern IDENTITY = Pattern.compile(" \\[id=.*");

    private final List<String> done = new ArrayList<>();

    synchronized void see(String line) {
        if (done.size() < MOST && DONE.matcher(line).matches()) {
            done.add(IDENTITY.matcher(line).replaceFirst(""));
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(done);
    }
}
