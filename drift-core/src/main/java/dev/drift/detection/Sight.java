package dev.drift.detection;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.CodeSide;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceChange;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One look under one lease: what was seen, if anything was, and what it was judged to be. */
record Sight(EnvironmentLease lease, String engine, Optional<Observation> observation, StackOutcome outcome) {

    private static final int NAMED = 3;
    private static final String LIVE = "live";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** With what there is to know of the lease, or of the plan that spared this one. */
    Examined examined() {
        return examined(spared().or(lease::note));
    }

    Examined examined(Optional<String> note) {
        return new Examined(outcome, isUnplanned() ? StackCheck.UNPLANNED : spared().isPresent() ? LIVE : engine, note);
    }

    /** Both looks must have seen the same. If they have not, the plainer one stands, and the reader is told. */
    Examined verified(Sight plain) {
        if (plain.observation.isEmpty() || observation.isEmpty()) {
            return plain.observation.isEmpty() && observation.isEmpty()
                    ? examined()
                    : (observation.isEmpty() ? plain : this)
                            .examined(Optional.of("could not be verified: only one of two looks saw the stack"));
        }
        if (observation.get().agreesWith(plain.observation.get())) {
            // What was paid for is shown: the plain look knows what the code asks for, too.
            return isUnplanned()
                    ? plain.examined(Optional.of("verified: a plain look saw every object as it was read"))
                    : examined(Optional.of("verified: a plain look saw the same"));
        }
        return plain.examined(Optional.of(
                "a plain look saw something else, and stands: " + places(observation.get(), plain.observation.get())));
    }

    /** What is said of a look for which nothing was planned; empty if something was. */
    private Optional<String> spared() {
        return observation.map(Observation::codeSide).flatMap(Sight::spoken);
    }

    private boolean isUnplanned() {
        return observation
                .map(Observation::codeSide)
                .filter(CodeSide.Unasked.class::isInstance)
                .isPresent();
    }

    private static Optional<String> spoken(CodeSide code) {
        if (code instanceof CodeSide.Remembered plan) {
            return Optional.of("every object is as recorded; code, state and variables are those of the full plan of "
                    + MINUTE.format(plan.since()));
        }
        return code instanceof CodeSide.Unasked
                ? Optional.of("every object is as recorded; what the code asks for was not looked at")
                : Optional.empty();
    }

    private static String places(Observation one, Observation other) {
        Set<ResourceChange> apart = changes(one).collect(Collectors.toCollection(HashSet::new));
        Set<ResourceChange> theirs = changes(other).collect(Collectors.toSet());
        Set<ResourceChange> common = new HashSet<>(apart);
        common.retainAll(theirs);
        apart.addAll(theirs);
        apart.removeAll(common);
        List<String> addresses = apart.stream()
                .map(change -> change.address().toString())
                .distinct()
                .sorted()
                .toList();
        return addresses.isEmpty()
                ? "beside the resources"
                : String.join(", ", addresses.subList(0, Math.min(NAMED, addresses.size())))
                        + (addresses.size() > NAMED ? " and " + (addresses.size() - NAMED) + " more" : "");
    }

    private static Stream<ResourceChange> changes(Observation observation) {
        Stream<ResourceChange> planned =
                observation.codeSide() instanceof CodeSide.Seen seen ? seen.planned().stream() : Stream.empty();
        return Stream.concat(observation.drifted().stream(), planned);
    }
}
