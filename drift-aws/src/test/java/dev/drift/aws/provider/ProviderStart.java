package dev.drift.aws.provider;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Starts scripted providers, and tells from the environment they write down where they listen. */
final class ProviderStart {

    private static final String SOCKETS = "PLUGIN_UNIX_SOCKET_DIR=";

    private ProviderStart() {}

    static RunningProvider of(Path folder, Map<String, String> script) throws Exception {
        return of(folder, script, Duration.ofMinutes(1));
    }

    static RunningProvider of(Path folder, Map<String, String> script, Duration patience) throws Exception {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.putAll(script);
        return RunningProvider.start(
                ScriptedProvider.write(folder, "terraform-provider-scripted"), environment, patience);
    }

    static Path socketFolder(Path environment) throws Exception {
        return Files.readAllLines(environment).stream()
                .filter(line -> line.startsWith(SOCKETS))
                .map(line -> Path.of(line.substring(SOCKETS.length())))
                .findFirst()
                .orElseThrow();
    }
}
