package dev.drift.history;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.StackPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The last checks of stacks, and how a text holds them: one line of JSON for each stack, by path. Immutable.
 *
 * @param checks by the stack that each is of, sorted by path
 * @param damaged how many lines could not be understood where this was read; their stacks begin anew
 */
public record LastChecks(Map<StackPath, LastCheck> checks, int damaged) {

    /** Nothing is remembered. */
    public static final LastChecks NONE = new LastChecks(Map.of(), 0);

    public LastChecks {
        requireNonNull(checks, "checks is null");
        checks = Collections.unmodifiableMap(new TreeMap<>(checks));
        checks.forEach((stack, check) -> {
            if (!check.stack().equals(stack)) {
                throw new IllegalArgumentException("A check of " + check.stack() + " is no check of " + stack);
            }
        });
        if (damaged < 0) {
            throw new IllegalArgumentException("damaged is negative: " + damaged);
        }
    }

    /** What {@link #write} wrote. Lines that are something else are counted and passed over. */
    public static LastChecks read(String text) {
        List<LastCheck> understood = new ArrayList<>();
        int damaged = 0;
        for (String line : text.split("\n", -1)) {
            try {
                if (!line.isBlank()) {
                    understood.add(CheckJson.read(line));
                }
            } catch (IllegalArgumentException unreadable) {
                damaged++;
            }
        }
        return new LastChecks(NONE.with(understood).checks, damaged);
    }

    /** These and more; of two checks of a stack the one to be remembered, and what was damaged is gone. */
    public LastChecks with(Collection<LastCheck> more) {
        Map<StackPath, LastCheck> all = new HashMap<>(checks);
        more.forEach(check -> all.merge(check.stack(), check, LastCheck::or));
        return new LastChecks(all, 0);
    }

    /** Those of some stacks. */
    public Map<StackPath, LastCheck> of(Collection<StackPath> stacks) {
        return stacks.stream()
                .distinct()
                .flatMap(stack -> Optional.ofNullable(checks.get(stack)).stream())
                .collect(Collectors.toMap(LastCheck::stack, check -> check));
    }

    /** The same checks are always the same text. */
    public String write() {
        return checks.values().stream()
                .map(check -> CheckJson.write(check) + "\n")
                .collect(Collectors.joining());
    }
}
