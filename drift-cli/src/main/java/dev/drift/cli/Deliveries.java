package dev.drift.cli;

import dev.drift.sink.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What did not arrive, and why. */
    void sayWhatIsLost(Surroundings surroundings) {
        Map<String, Group> lost = new LinkedHashMap<>();
        for (Delivery delivery : all) {
            if (delivery instanceof Delivery.Undelivered undelivered) {
                lost.merge(undelivered.reason(), new Group(undelivered.destination(), 0), Group::andOneMore);
            }
        }
        lost.forEach((reason, group) -> surroundings.say("Not delivered to " + group + ": " + reason));
    }

    /** How much arrived. */
    void sayWhatArrived(Surroundings surroundings) {
        all.stream()
                .filter(Delivery.Delivered.class::isInstance)
                .map(delivery -> new Group(delivery.destination(), 0))
                .reduce(Group::andOneMore)
                .ifPresent(group -> surroundings.say("Delivered to " + group));
    }

    private record Group(String first, int others) {

        private Group andOneMore(Group next) {
            return new Group(first, others + 1);
        }

        @Override
        public String toString() {
            return others == 0 ? first : first + " and " + others + " more";
        }
    }
}
