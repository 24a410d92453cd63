package dev.drift.diagnosis;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects fields by object, sorted and each once, whatever the order they come in. */
final class Ledger {

    private static final Comparator<FieldFinding> ORDER = Comparator.comparing(FieldFinding::path)
            .thenComparing(FieldFinding::kind)
            .thenComparing(field -> field.before().toString())
            .thenComparing(field -> field.after().toString())
            .thenComparing(FieldFinding::severity)
            .thenComparing(FieldFinding::sensitive);

    private final Map<ResourceAddress, Entry> entries = new TreeMap<>();

    private record Entry(ChangeAction action, Severity floor, Collection<FieldFinding> fields) {
        ResourceFinding finding(ResourceAddress address) {
            Severity worst = fields.stream().map(FieldFinding::severity).reduce(floor, Severity::or);
            return new ResourceFinding(address, action, worst, List.copyOf(fields));
        }
    }

    /** Enters an object, even without fields; it is at least as bad as the floor. */
    void open(ResourceAddress address, ChangeAction action, Severity floor) {
        entry(address, action, floor);
    }

    /** Enters a field of an object. */
    void add(ResourceAddress address, ChangeAction action, FieldFinding field) {
        entry(address, action, Severity.LOW).fields().add(field);
    }

    /** The objects entered, by address. */
    List<ResourceFinding> findings() {
        return entries.entrySet().stream()
                .map(entry -> entry.getValue().finding(entry.getKey()))
                .toList();
    }

    private Entry entry(ResourceAddress address, ChangeAction action, Severity floor) {
        return entries.computeIfAbsent(address, key -> new Entry(action, floor, new TreeSet<>(ORDER)));
    }
}
