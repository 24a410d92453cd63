package dev.drift.terramate.cloud.session;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Something that was begun in Terramate Cloud.
 *
 * @param kind what it is
 * @param keys how Terramate Cloud knows it
 * @param ending the word for how it ended, once that is known
 */
record JournalEntry(Kind kind, List<String> keys, Optional<String> ending) {

    /** Kinds of runs. */
    enum Kind {
        DRIFT(1),
        PREVIEW(1),
        DEPLOYMENT(2);

        private final int keys;

        Kind(int keys) {
            this.keys = keys;
        }
    }

    JournalEntry {
        requireNonNull(kind, "kind is null");
        keys = List.copyOf(keys);
        requireNonNull(ending, "ending is null");
        if (keys.size() != kind.keys) {
            throw new IllegalArgumentException("A " + kind + " has " + kind.keys + " keys");
        }
    }

    static JournalEntry begun(Kind kind, String... keys) {
        return new JournalEntry(kind, List.of(keys), Optional.empty());
    }

    JournalEntry ending(String word) {
        return new JournalEntry(kind, keys, Optional.of(word));
    }

    boolean isSameAs(JournalEntry other) {
        return kind == other.kind && keys.equals(other.keys);
    }

    Value json() {
        return Value.of(Map.of(
                "kind", Value.of(kind.name()),
                "keys", Value.of(keys.stream().map(Value::of).toList()),
                "ending", ending.map(Value::of).orElse(Value.ofNull())));
    }

    /** Empty if it is none, as the last line of a run that was killed may be. */
    static Optional<JournalEntry> read(Value json) {
        try {
            return Optional.of(new JournalEntry(
                    Kind.valueOf(json.field("kind").text().orElse("")),
                    json.field("keys").items().stream()
                            .map(key -> key.text().orElseThrow())
                            .toList(),
                    json.field("ending").text()));
        } catch (IllegalArgumentException | NoSuchElementException none) {
            return Optional.empty();
        }
    }
}
