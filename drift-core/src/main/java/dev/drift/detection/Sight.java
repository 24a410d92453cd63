package dev.drift.detection;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.CodeSide;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceChange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One look under one lease: what was seen, if anything was, and what it was judged to be. */
record Sight(EnvironmentLease lease, String engine, Optional<Observation> observation, StackOutcome outcome) {

    private static final int NAMED = 3;

    Examined examined(Optional<String> note) {
        return new Examined(outcome, engine, note);
    }

    /** Both looks must have seen the same. If they have not, the plainer one stands, and the reader is told. */
    Examined verified(Sight plain) {
        if (plain.observation.isEmpty() || observation.isEmpty()) {
            return plain.observation.isEmpty() && observation.isEmpty()
                    ? examined(lease.note())
                    : (observation.isEmpty() ? plain : this)
                            .examined(Optional.of("could not be verified: only one of two looks saw the stack"));
        }
        if (observation.equals(plain.observation)) {
            return examined(Optional.of("verified: a plain look saw the same"));
        }
        return plain.examined(Optional.of(
                "a plain look saw something else, and stands: " + places(observation.get(), plain.observation.get())));
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
