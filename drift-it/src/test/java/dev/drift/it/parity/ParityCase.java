package dev.drift.it.parity;

import java.util.List;
import java.util.Optional;

/**
 * A small project, what is asked of it, and whether the answers may differ.
 *
 * @param fact the statement that the project shows
 * @param entries what lies in it
 * @param questions what is asked
 * @param difference why ours deliberately differs; empty if it must not
 */
record ParityCase(String fact, List<ProjectEntry> entries, List<Question> questions, Optional<String> difference) {

    ParityCase {
        entries = List.copyOf(entries);
        questions = List.copyOf(questions);
    }

    @Override
    public String toString() {
        return fact;
    }
}
