package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What the validation of a stack's code came to. */
public sealed interface Validation {

    /** What the tool has to say about the code, in its order. */
    List<Diagnostic> diagnostics();

    /** The code is valid; the tool may still warn. */
    record Valid(List<Diagnostic> diagnostics) implements Validation {
        public Valid {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** The code is not valid, so it cannot be planned; at least one diagnostic. */
    record Invalid(List<Diagnostic> diagnostics) implements Validation {
        public Invalid {
            diagnostics = List.copyOf(diagnostics);
            if (diagnostics.isEmpty()) {
                throw new IllegalArgumentException("Code that is not valid has a diagnostic");
            }
        }
    }

    /** It cannot be told, with the first useful line of why. The code was planned all the same. */
    record NotValidated(String reason) implements Validation {
        public NotValidated {
            requireNonNull(reason, "reason is null");
        }

        @Override
        public List<Diagnostic> diagnostics() {
            return List.of();
        }
    }

    /**
     * Something about the code.
     *
     * @param error whether it makes the code invalid; otherwise a warning
     * @param summary what is wrong, in one line
     * @param detail more of it, possibly empty; may have several lines
     * @param place where, if the tool knows
     */
    record Diagnostic(boolean error, String summary, String detail, Optional<Place> place) {
        public Diagnostic {
            requireNonNull(summary, "summary is null");
            requireNonNull(detail, "detail is null");
            requireNonNull(place, "place is null");
        }
    }

    /**
     * A place in the code.
     *
     * @param file its path from the root of the repository: {@code stacks/web/main.tf}
     * @param line counted from 1
     */
    record Place(String file, int line) {
        public Place {
            requireNonNull(file, "file is null");
            if (line < 1) {
                throw new IllegalArgumentException("Lines are counted from 1: " + line);
            }
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }
}
