package dev.drift.cli.doctor;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Waiver;
import dev.drift.stack.Stack;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether waivers still do what somebody thinks they do, on a day of UTC. */
public record WaiverExamination(List<Waiver> waivers, Collection<Stack> stacks, LocalDate today) {

    private static final int SOON_DAYS = 7;
    private static final int LONG_YEARS = 1;

    public WaiverExamination {
        waivers = List.copyOf(waivers);
        stacks = List.copyOf(stacks);
        requireNonNull(today, "today is null");
    }

    /** Those that are over, soon or in a long time, and those that are about no stack. */
    public List<Finding> findings() {
        return waivers.stream()
                .flatMap(waiver -> Stream.of(end(waiver), aim(waiver)).flatMap(Optional::stream))
                .toList();
    }

    private Optional<Finding> end(Waiver waiver) {
        String named = "The waiver of " + waiver + " (" + waiver.reason() + ") ";
        if (!waiver.isInForce(today)) {
            return Optional.of(new Finding(
                    "expired-waiver",
                    named + "was over with " + waiver.until() + " and does nothing any more",
                    "Take it out of drift.yaml, or say anew until when and why"));
        }
        if (!waiver.isInForce(today.plusDays(SOON_DAYS))) {
            return Optional.of(new Finding(
                    "expiring-waiver",
                    named + "is over with " + waiver.until()
                            + ": what it leaves alone counts as drift from the next day on",
                    "Put right what drifted, or say anew until when and why"));
        }
        return waiver.isInForce(today.plusYears(LONG_YEARS))
                ? Optional.of(new Finding(
                        "long-waiver",
                        named + "lasts more than a year, until " + waiver.until(),
                        "Name the field in ignore_changes if it is to be left alone for good, or choose a nearer end"))
                : Optional.empty();
    }

    private Optional<Finding> aim(Waiver waiver) {
        return stacks.stream().anyMatch(waiver::concerns)
                ? Optional.empty()
                : Optional.of(new Finding(
                        "idle-waiver",
                        "The waiver of " + waiver + " is about no stack: none has the path or the tags it asks for",
                        "Correct its stack or select, or take it out of drift.yaml"));
    }
}
