package dev.drift.cli.doctor;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that would make a run lie or fail.
 *
 * @param check which examination found it: a word such as {@code wrapped-tool}
 * @param what what is wrong
 * @param fix how to put it right
 */
public record Finding(String check, String what, String fix) {
    public Finding {
        requireNonNull(check, "check is null");
        requireNonNull(what, "what is null");
        requireNonNull(fix, "fix is null");
    }

    /** For programs. */
    public Value value() {
        return Value.of(new TreeMap<>(Map.of("check", Value.of(check), "what", Value.of(what), "fix", Value.of(fix))));
    }
}
