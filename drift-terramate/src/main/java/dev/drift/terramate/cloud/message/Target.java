package dev.drift.terramate.cloud.message;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of several deployments of the same stack.
 *
 * @param name at least two of {@code a-z}, {@code 0-9}, {@code -} and {@code _}, the last two never at an end
 * @param from the target whose history it continues, if any
 */
public record Target(String name, Optional<String> from) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9][-_a-z0-9]*[a-z0-9]");

    public Target {
        requireNonNull(name, "name is null");
        requireNonNull(from, "from is null");
        requireGrammar(name);
        from.ifPresent(Target::requireGrammar);
    }

    /** A target with a history of its own. */
    public static Target of(String name) {
        return new Target(name, Optional.empty());
    }

    private static void requireGrammar(String name) {
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException("Target must be at least two of a-z, 0-9, '-' and '_', beginning and"
                    + " ending with a letter or digit: \"" + name + "\"");
        }
    }
}
