package dev.drift.github.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What GitHub answered last to reads, with the tag by which it says that nothing changed since. Safe for several threads. */
final class Memory {

    private static final int MOST = 32;

    private final Map<String, Remembered> answers = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * One answer.
     *
     * @param tag its {@code ETag}
     * @param answer what it said
     */
    record Remembered(String tag, Answer answer) {}

    synchronized Optional<Remembered> of(String address) {
        return Optional.ofNullable(answers.get(address));
    }

    synchronized void keep(String address, Remembered answer) {
        answers.put(address, answer);
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
