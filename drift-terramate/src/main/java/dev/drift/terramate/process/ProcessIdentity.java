package dev.drift.terramate.process;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells one process of this machine from every other one, also from those that get its number later.
 *
 * @param number its number
 * @param since when it began; empty where the system does not say
 */
public record ProcessIdentity(long number, Optional<Instant> since) {

    /** The beginning is counted from the start of the machine, and the clock may have been set since it was noted. */
    private static final Duration CLOCK_SET = Duration.ofSeconds(10);

    public ProcessIdentity {
        requireNonNull(since, "since is null");
    }

    /** That of a process. */
    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant());
    }

    /** What {@link #text} wrote; empty if it is something else. */
    public static Optional<ProcessIdentity> read(String text) {
        String[] words = text.strip().split(" ", -1);
        try {
            long number = Long.parseLong(words[0]);
            return words.length > 2
                    ? Optional.empty()
                    : Optional.of(new ProcessIdentity(
                            number, words.length == 1 ? Optional.empty() : Optional.of(Instant.parse(words[1]))));
        } catch (NumberFormatException | DateTimeException other) {
            return Optional.empty();
        }
    }

    /** On one line, for {@link #read}. */
    public String text() {
        return number + since.map(moment -> " " + moment).orElse("");
    }

    /** Whether it runs still. Another process with its number is not it; where nobody can tell, it is. */
    public boolean isAlive() {
        return ProcessHandle.of(number)
                .filter(ProcessTree::isRunning)
                .filter(process -> began(process.info().startInstant()))
                .isPresent();
    }

    private boolean began(Optional<Instant> then) {
        return since.isEmpty()
                || then.isEmpty()
                || Duration.between(since.get(), then.get()).abs().compareTo(CLOCK_SET) < 0;
    }
}
