package dev.drift.aws.credentials;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import java.util.Optional;
import java.util.function.Function;

/** Reads texts whose mistakes are told together with those of others. */
final class Reading {

    private Reading() {}

    /** What the text says; empty, and noted, if it says nothing usable. */
    static <T> Optional<T> of(Optional<String> text, Function<String, T> reader, Problems problems) {
        try {
            return text.map(reader);
        } catch (InvalidConfigException invalid) {
            problems.addAll(invalid.problems());
            return Optional.empty();
        }
    }
}
