package dev.drift.it.changes;

import java.util.List;
import java.util.Optional;

/**
 * A small history, what is asked of it, and whether the answers may differ.
 *
 * @param fact the statement that the history shows
 * @param script what a shell does in an empty directory to make it
 * @param questions what is asked
 * @param difference why ours deliberately differs; empty if it must not
 */
record HistoryCase(String fact, String script, List<ChangeQuestion> questions, Optional<String> difference) {

    HistoryCase {
        questions = List.copyOf(questions);
    }

    @Override
    public String toString() {
        return fact;
    }
}
