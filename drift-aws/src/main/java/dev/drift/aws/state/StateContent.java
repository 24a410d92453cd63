package dev.drift.aws.state;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What a state holds, as far as it is kept: never a value. */
public sealed interface StateContent {

    /**
     * The state was looked through.
     *
     * @param managedTypes the types of its managed resources, sorted
     * @param dataTypes the types of its data sources, sorted
     * @param objects how many managed objects it holds, deposed ones left out
     */
    record Seen(Set<String> managedTypes, Set<String> dataTypes, int objects) implements StateContent {
        public Seen {
            managedTypes = Collections.unmodifiableSet(new TreeSet<>(managedTypes));
            dataTypes = Collections.unmodifiableSet(new TreeSet<>(dataTypes));
            if (objects < 0) {
                throw new IllegalArgumentException("A state cannot hold " + objects + " objects");
            }
        }

        /** All types, managed and data. */
        public Set<String> types() {
            Set<String> types = new TreeSet<>(managedTypes);
            types.addAll(dataTypes);
            return Collections.unmodifiableSet(types);
        }
    }

    /** The state is encrypted and could not be decrypted, with the reason in one line. */
    record Hidden(String reason) implements StateContent {
        public Hidden {
            requireNonNull(reason, "reason is null");
        }
    }
}
