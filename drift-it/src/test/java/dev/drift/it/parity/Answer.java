package dev.drift.it.parity;

import java.util.List;

/**
 * What one side says about a project.
 *
 * @param refused whether it would not list the project
 * @param lines what it lists; if it refused, what it said, which is never compared
 */
record Answer(boolean refused, List<String> lines) {

    Answer {
        lines = List.copyOf(lines);
    }

    /** Whether both refuse, or both list the same. */
    boolean agreesWith(Answer other) {
        return refused == other.refused && (refused || lines.equals(other.lines));
    }

    @Override
    public String toString() {
        return (refused ? "refused:\n  " : "listed:\n  ") + String.join("\n  ", lines);
    }
}
