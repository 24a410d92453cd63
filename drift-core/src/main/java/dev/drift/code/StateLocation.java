package dev.drift.code;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the state of a stack lives, as far as its code says. */
public sealed interface StateLocation {

    /**
     * In a backend: {@code s3}, {@code local}, and so on.
     *
     * @param type the label of the backend block; {@code local} where the code names none
     * @param settings its literal settings by name; those of a nested object stand behind a dot ({@code assume_role.role_arn}),
     *     and so does the place in a list ({@code shared_config_files.0})
     * @param opaque the names of the settings that are written and are no literals, so that their values are not known
     * @param workspace the workspace the environment or the checkout selects; {@code default} otherwise
     */
    record Backend(String type, Map<String, String> settings, Set<String> opaque, String workspace)
            implements StateLocation {
        public Backend {
            requireNonNull(type, "type is null");
            settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
            opaque = java.util.Collections.unmodifiableSet(new TreeSet<>(opaque));
            requireNonNull(workspace, "workspace is null");
        }

        /** With literal settings only. */
        public Backend(String type, Map<String, String> settings, String workspace) {
            this(type, settings, Set.of(), workspace);
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
