package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ChangeAction;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.value.ValuePath;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Known drift that somebody leaves alone for a time, and why (issue 7). It is drift all the same and is shown, but does not count
 * as long as the waiver holds. What is gone from the live account is waived only by its whole address. What the code asks for
 * besides is not drift, and what cannot be told stays unknown, whatever is waived.
 *
 * @param stacks in which stacks
 * @param resource the address of an object, in which {@code *} stands for any part of it
 * @param field in which field, or anything below it; everything that differs if empty
 * @param until the last day on which it holds, in UTC
 * @param reason why, on one line
 * @param by who says so, if that is said
 */
public record Waiver(
        StackFilter stacks,
        String resource,
        Optional<ValuePath> field,
        LocalDate until,
        String reason,
        Optional<String> by) {

    private static final int LONGEST = 300;

    public Waiver {
        requireNonNull(stacks, "stacks is null");
        requireNonNull(field, "field is null");
        requireNonNull(until, "until is null");
        resource = line("resource", resource);
        reason = line("reason", reason);
        by = by.map(who -> line("name", who));
        if (resource.matches("[*.]+") && field.isEmpty()) {
            throw new IllegalArgumentException("A waiver of every resource says of which field");
        }
        if (field.filter(ValuePath.ROOT::equals).isPresent()) {
            throw new IllegalArgumentException("A waiver of a field names it: leave it out for all of them");
        }
    }

    private static String line(String what, String text) {
        String line = requireNonNull(text, what + " is null").strip();
        if (line.isEmpty()) {
            throw new IllegalArgumentException("The " + what + " of a waiver is empty");
        }
        if (line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The " + what + " of a waiver is one line of at most " + LONGEST + " characters");
        }
        return line;
    }

    /** Whether it holds on a day of UTC. */
    public boolean isInForce(LocalDate today) {
        return !today.isAfter(until);
    }

    /** Whether it is about a stack. */
    public boolean concerns(Stack stack) {
        return stacks.picks(stack);
    }

    /** Whether it is about the object, be it in all of its fields or in some. */
    boolean names(ResourceFinding drift) {
        String address = drift.address().text();
        return drift.action() == ChangeAction.DELETE
                ? resource.equals(address) && field.isEmpty()
                : resource.equals(address) || pattern().matcher(address).matches();
    }

    /** Whether it is about a field of an object that it names. */
    boolean covers(FieldFinding moved) {
        return field.map(moved.path()::isAtOrBelow).orElse(true);
    }

    Waived mark() {
        return new Waived(toString(), until, reason, by);
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(resource.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** What it is about, as it is written. */
    @Override
    public String toString() {
        return (stacks.isEverything() ? "" : stacks + " ")
                + resource
                + field.map(path -> " " + path).orElse("");
    }
}
