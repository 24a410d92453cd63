package dev.drift.cli;

import dev.drift.sink.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Says what became of deliveries: those that share their fate in one line. */
record Deliveries(List<Delivery> all) {

    Deliveries {
        all = List.copyOf(all);
    }

    /** Those of which something is true. */
    Deliveries that(Predicate<Delivery> isTrue) {
        return new Deliveries(all.stream().filter(isTrue).toList());
    }

    boolean areWhole() {
        return all.stream().allMatch(Delivery.Delivered.class::isInstance);
    }

    /** What did not arrive, and why: what shares its fate in one line. */
    void sayWhatIsLost(Surroundings surroundings) {
        Map<String, Group> lost = new LinkedHashMap<>();
        for (Delivery delivery : all) {
            if (delivery instanceof Delivery.Undelivered undelivered) {
                lost.merge(undelivered.reason(), Group.of(delivery), Group::with);
            }
        }
        lost.forEach((reason, group) ->
                surroundings.say("Not delivered to " + group.places() + ": " + reason + group.messages()));
    }

    /** How much arrived. */
    void sayWhatArrived(Surroundings surroundings) {
        all.stream()
                .filter(Delivery.Delivered.class::isInstance)
                .map(Group::of)
                .reduce(Group::with)
                .ifPresent(group -> surroundings.say("Delivered to " + group.places() + group.messages()));
    }

    /**
     * Deliveries of one fate. A destination is a place; a message to it, where there are several, is named behind a comma.
     *
     * @param all the places, each once, in order
     * @param names what the messages are called, as far as they have names
     */
    private record Group(Set<String> all, List<String> names) {

        private static Group of(Delivery delivery) {
            String destination = delivery.destination();
            int comma = destination.indexOf(", ");
            return comma < 0
                    ? new Group(Set.of(destination), List.of())
                    : new Group(Set.of(destination.substring(0, comma)), List.of(destination.substring(comma + 2)));
        }

        private Group with(Group next) {
            Set<String> places = new LinkedHashSet<>(all);
            places.addAll(next.all);
            List<String> both = new ArrayList<>(names);
            both.addAll(next.names);
            return new Group(places, both);
        }

        private String places() {
            return String.join(", ", all);
        }

        /** How many messages; the first is quoted, so that its name is not taken for news. */
        private String messages() {
            return switch (names.size()) {
                case 0 -> "";
                case 1 -> " (message \"" + names.get(0) + "\")";
                default -> " (" + names.size() + " messages, the first is \"" + names.get(0) + "\")";
            };
        }
    }
}
