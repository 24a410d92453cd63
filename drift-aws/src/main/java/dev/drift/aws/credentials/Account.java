package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/** An AWS account, by its number of twelve digits. Any other number is an {@link InvalidConfigException}. */
public record Account(String number) {

    private static final Pattern GRAMMAR = Pattern.compile("[0-9]{12}");

    public Account {
        Problems problems = new Problems();
        complaint(requireNonNull(number, "number is null")).ifPresent(problems::add);
        problems.throwIfAny();
    }

    /** The account of this number. */
    public static Account of(String number) {
        return new Account(number);
    }

    /** What keeps the text from being the number of an account. */
    static Optional<Problem> complaint(String text) {
        return GRAMMAR.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Problem.of("AWS account must be 12 digits: \"" + text + "\""));
    }

    @Override
    public String toString() {
        return number;
    }
}
