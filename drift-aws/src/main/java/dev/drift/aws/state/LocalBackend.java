package dev.drift.aws.state;

import dev.drift.code.StateLocation;
import java.nio.file.Path;
import java.util.Map;

/** Finds states in files: the backend {@code local}, which is also the one of code that names none. */
final class LocalBackend {

    private static final String FILE = "terraform.tfstate";
    private static final String WORKSPACES = "terraform.tfstate.d";

    private LocalBackend() {}

    /** The file, from the directory the tool runs in; only the default workspace is where {@code path} says. */
    static StatePlace place(
            StateLocation.Backend backend, String workspace, Path directory, Map<String, String> environment)
            throws StateException {
        Settings settings = Settings.of(backend, environment, setting -> true);
        Path from = directory.toAbsolutePath().normalize();
        return new StatePlace.InFile(
                workspace.equals(StatePlace.DEFAULT_WORKSPACE)
                        ? from.resolve(settings.text("path").orElse(FILE))
                        : from.resolve(settings.text("workspace_dir").orElse(WORKSPACES))
                                .resolve(workspace)
                                .resolve(FILE));
    }
}
