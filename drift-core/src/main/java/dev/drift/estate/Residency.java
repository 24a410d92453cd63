package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where facts must stay, such as {@code eu}: letters, digits, {@code -} and {@code _}, in lower case. */
public record Residency(String name) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    public Residency {
        name = requireNonNull(name, "name is null").toLowerCase(Locale.ROOT);
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A residency is written in letters, digits, '-' and '_', such as eu: \"" + name + "\"");
        }
    }

    /**
     * Whether facts that are bound here, or nowhere, may go to a place that is bound somewhere, or nowhere: what is bound goes
     * only where the same is promised.
     */
    public static boolean permits(Optional<Residency> facts, Optional<Residency> place) {
        return facts.isEmpty() || facts.equals(place);
    }

    @Override
    public String toString() {
        return name;
    }
}
