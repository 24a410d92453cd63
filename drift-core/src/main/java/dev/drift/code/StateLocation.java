package dev.drift.code;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/** Where the state of a stack lives, as far as its code says. */
public sealed interface StateLocation {

    /**
     * In a backend: {@code s3}, {@code local}, and so on.
     *
     * @param type the label of the backend block; {@code local} where the code names none
     * @param settings its literal settings by name; those that are no literals are absent
     * @param workspace the workspace the environment or the checkout selects; {@code default} otherwise
     */
    record Backend(String type, Map<String, String> settings, String workspace) implements StateLocation {
        public Backend {
            requireNonNull(type, "type is null");
            settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
            requireNonNull(workspace, "workspace is null");
        }

        /** Settings may name keys and passwords, so only the type is printed. */
        @Override
        public String toString() {
            return type + " (workspace " + workspace + ")";
        }
    }

    /** Not to be known without running the tool, with the reason. */
    record Undetermined(String reason) implements StateLocation {
        public Undetermined {
            requireNonNull(reason, "reason is null");
        }
    }
}
