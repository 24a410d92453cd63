package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.code.IacTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One real {@code init} of the stack's tool, for a configuration that asks for nothing but one provider, with a lock file
 * that accepts nothing but the hashes of the release. It never runs in the stack's directory.
 */
record ToolInstallation(ProviderPackage wanted, ProviderSearch search, Duration patience) {

    /** What an init needs of the variables that steer a tool: how to reach registries, and as whom. */
    private static final List<String> KEPT =
            List.of("TF_CLI_CONFIG_FILE", "TF_TOKEN_", "TF_REGISTRY_", "TF_PROVIDER_DOWNLOAD_");

    private static final List<String> STEERING = List.of("TF_", "TG_", "TERRAGRUNT_");

    /**
     * Installs into a folder.
     *
     * @param folder empty; all the tool writes ends up in it
     * @return the unpacked package, which may lie elsewhere, since mirrors are linked to
     */
    Path into(Path folder, Set<String> hashes) throws ProviderException, IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(work.resolve("main.tf"), configuration(), UTF_8);
        Files.writeString(work.resolve(".terraform.lock.hcl"), lock(hashes), UTF_8);
        ToolOutput output = new ToolOutput();
        List<String> words = List.of(program().toString(), "init", "-backend=false", "-input=false", "-no-color");
        try (WatchedProcess tool = WatchedProcess.start(words, work, environment(folder), Optional.empty())) {
            output.drain(tool.process());
            boolean done = tool.endsWithin(patience);
            requireDone(done, tool, output);
        }
        Path installed = wanted.folderIn(work.resolve(".terraform").resolve("providers"));
        if (!Files.isDirectory(installed)) {
            throw new ProviderException(failed("it installed nothing for this platform"));
        }
        return installed.toRealPath();
    }

    private void requireDone(boolean done, WatchedProcess tool, ToolOutput output) throws ProviderException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ProviderException(failed("interrupted"));
        }
        if (!done) {
            throw new ProviderException(failed("it was not done within " + patience.toSeconds() + " seconds"));
        }
        if (tool.process().exitValue() != 0) {
            throw new ProviderException(failed(output.complaint()));
        }
    }

    private String failed(String why) {
        return wanted + " is not on this machine, and an init for it failed: " + why;
    }

    private Path program() throws ProviderException {
        List<String> names = search.tool() == IacTool.TERRAGRUNT
                ? List.of(IacTool.TOFU.command(), IacTool.TERRAFORM.command())
                : List.of(search.tool().command());
        return names.stream()
                .flatMap(this::onPath)
                .findFirst()
                .orElseThrow(() -> new ProviderException(wanted + " is not on this machine, and there is no "
                        + String.join(" or ", names) + " on the PATH to install it"));
    }

    private Stream<Path> onPath(String name) {
        return CliConfiguration.variable(search, "PATH").stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> CliConfiguration.path(search, folder).stream())
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private Map<String, String> environment(Path folder) throws IOException {
        Map<String, String> environment = new TreeMap<>(search.environment());
        environment
                .keySet()
                .removeIf(name -> STEERING.stream().anyMatch(name::startsWith)
                        && KEPT.stream().noneMatch(name::startsWith));
        environment.computeIfPresent(
                "TF_CLI_CONFIG_FILE",
                (name, file) ->
                        CliConfiguration.path(search, file).map(Path::toString).orElse(file));
        environment.put("TF_PLUGIN_CACHE_DIR", folder("cache", folder));
        environment.put("TMPDIR", folder("tmp", folder));
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("CHECKPOINT_DISABLE", "1");
        return environment;
    }

    private static String folder(String name, Path base) throws IOException {
        return Files.createDirectories(base.resolve(name)).toString();
    }

    private String configuration() {
        return """
                terraform {
                  required_providers {
                    locked = {
                      source  = "%s"
                      version = "%s"
                    }
                  }
                }
                """.formatted(wanted.source(), wanted.version());
    }

    private String lock(Set<String> hashes) {
        String accepted = hashes.isEmpty()
                ? ""
                : hashes.stream()
                        .map(hash -> "    \"" + hash + "\",\n")
                        .collect(Collectors.joining("", "  hashes = [\n", "  ]\n"));
        return """
                provider "%s" {
                  version     = "%s"
                  constraints = "%s"
                %s}
                """.formatted(wanted.source(), wanted.version(), wanted.version(), accepted);
    }
}
