package dev.drift.terramate.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

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

    /** Refuses a workspace that is not listed in what the tool printed: planning in it would create it. */
    void requireListedIn(Path printed) throws ProbeException {
        try (Stream<String> lines = Files.lines(printed, ISO_8859_1)) {
            boolean listed =
                    lines.map(line -> line.replaceFirst("^\\*", "").strip()).anyMatch(name::equals);
            if (!listed) {
                throw new ProbeException(ProbePhase.STATE, "workspace " + name + " has no state");
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ProbeException(
                    ProbePhase.STATE, "the list of workspaces cannot be read: " + unreadable.getMessage());
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
