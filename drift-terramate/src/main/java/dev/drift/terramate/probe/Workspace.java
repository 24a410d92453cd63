package dev.drift.terramate.probe;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The workspace a stack is looked at in: what the environment says, else what the checkout has selected. */
record Workspace(String name) {

    static final String VARIABLE = "TF_WORKSPACE";
    private static final String DEFAULT = "default";

    static Workspace selected(Path directory, UserEnvironment environment) {
        return new Workspace(environment.variable(VARIABLE).orElseGet(() -> selectedIn(directory, environment)));
    }

    boolean isDefault() {
        return name.equals(DEFAULT);
    }

    /** Refuses a workspace that is not listed: planning in it would create it. */
    void requireListed(List<String> printed) throws ProbeException {
        boolean listed = printed.stream()
                .map(line -> line.replaceFirst("^\\*", "").strip())
                .anyMatch(name::equals);
        if (!listed) {
            throw new ProbeException(ProbePhase.STATE, "workspace " + name + " has no state");
        }
    }

    private static String selectedIn(Path directory, UserEnvironment environment) {
        Path file = directory
                .resolve(environment.variable("TF_DATA_DIR").orElse(".terraform"))
                .resolve("environment");
        try {
            String selected = Files.exists(file) ? Files.readString(file).strip() : "";
            return selected.isEmpty() ? DEFAULT : selected;
        } catch (IOException unreadable) {
            return DEFAULT;
        }
    }
}
