package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What the format check of a stack's own files came to. */
public sealed interface Formatting {

    /** Every file is written as its tool would write it. */
    record Formatted() implements Formatting {}

    /**
     * Some files are not.
     *
     * @param files these, by their paths from the root of the repository ({@code stacks/web/main.tf}), sorted; at least one
     */
    record Unformatted(List<String> files) implements Formatting {
        public Unformatted {
            files = files.stream().sorted().toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException("Code that is not formatted has a file that is not");
            }
        }
    }

    /** It cannot be told, with the first useful line of why. */
    record NotChecked(String reason) implements Formatting {
        public NotChecked {
            requireNonNull(reason, "reason is null");
        }
    }
}
