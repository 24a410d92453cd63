package dev.drift.diagnosis;

import dev.drift.stack.Stack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is waived. Of several waivers of the same the first one holds. */
record Waivers(List<Waiver> given) {

    static final Waivers NONE = new Waivers(List.of());

    private static final Comparator<ResourceFinding> ORDER = Comparator.comparing(ResourceFinding::address);

    Waivers {
        given = List.copyOf(given);
    }

    /**
     * The findings of a stack, of which waived drift is ignored. No field comes or goes. Where something could not be looked at
     * everything stays as it is.
     */
    Findings over(Stack stack, Findings found, LocalDate today) {
        List<Waiver> mine = that(stack, waiver -> waiver.isInForce(today));
        if (mine.isEmpty() || !found.coverage().gaps().isEmpty()) {
            return found;
        }
        List<ResourceFinding> parts =
                found.drift().stream().flatMap(drift -> parts(drift, mine)).toList();
        Stream<ResourceFinding> waived =
                parts.stream().filter(part -> part.waived().isPresent());
        return new Findings(
                parts.stream().filter(part -> part.waived().isEmpty()).toList(),
                found.pending(),
                Stream.concat(found.ignored().stream(), waived).sorted(ORDER).toList(),
                found.noted(),
                found.noise(),
                found.coverage());
    }

    /** Which waivers are over of what the findings count as drift. */
    Optional<String> expired(Stack stack, Findings found, LocalDate today) {
        List<Waiver> over = that(stack, waiver -> !waiver.isInForce(today)).stream()
                .filter(waiver -> found.drift().stream().anyMatch(drift -> takes(waiver, drift)))
                .toList();
        return over.isEmpty()
                ? Optional.empty()
                : Optional.of(over.stream()
                        .map(waiver -> waiver + " until " + waiver.until())
                        .collect(Collectors.joining("; ", "counts again, because its waiver expired: ", "")));
    }

    private List<Waiver> that(Stack stack, Predicate<Waiver> hold) {
        return given.stream()
                .filter(hold)
                .filter(waiver -> waiver.concerns(stack))
                .toList();
    }

    private static boolean takes(Waiver waiver, ResourceFinding drift) {
        return parts(drift, List.of(waiver)).anyMatch(part -> part.waived().isPresent());
    }

    /** An object, divided by who leaves its fields alone; what nobody does is left for the end. */
    private static Stream<ResourceFinding> parts(ResourceFinding drift, List<Waiver> mine) {
        List<ResourceFinding> parts = new ArrayList<>();
        List<FieldFinding> left = new ArrayList<>(drift.fields());
        boolean isWhole = left.isEmpty();
        for (Waiver waiver : mine) {
            List<FieldFinding> taken =
                    waiver.names(drift) ? left.stream().filter(waiver::covers).toList() : List.of();
            if (!taken.isEmpty()
                    || (isWhole && waiver.names(drift) && waiver.field().isEmpty())) {
                parts.add(part(drift, taken, Optional.of(waiver.mark())));
                left.removeAll(taken);
                isWhole = false;
            }
        }
        if (!left.isEmpty() || parts.isEmpty()) {
            parts.add(part(drift, left, Optional.empty()));
        }
        return parts.stream();
    }

    private static ResourceFinding part(ResourceFinding drift, List<FieldFinding> fields, Optional<Waived> waived) {
        Severity severity = fields.size() == drift.fields().size()
                ? drift.severity()
                : fields.stream().map(FieldFinding::severity).reduce(Severity.LOW, Severity::or);
        return new ResourceFinding(drift.address(), drift.action(), severity, fields, waived);
    }
}
