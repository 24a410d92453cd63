package dev.drift.terramate.probe;

import dev.drift.code.IacTool;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.PlanProbe;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A checkout with one stack, a temporary folder of its own, and tools that are scripts or real. */
final class LookBench {

    final Path folder;
    final Path stack;
    final Path temporary;
    final Path bin;
    final List<String> output = Collections.synchronizedList(new ArrayList<>());
    Duration limit = Duration.ofMinutes(2);
    Duration timeout = limit;
    Map<String, String> lease = Map.of();
    PlanSettings settings;

    LookBench(Path folder) throws IOException {
        this.folder = folder;
        this.stack = Files.createDirectories(folder.resolve("checkout/stacks/prod/net"));
        this.temporary = Files.createDirectories(folder.resolve("tmp"));
        this.bin = Files.createDirectories(folder.resolve("bin"));
        UserEnvironment user =
                UserEnvironment.ofThisProcess().withoutThose(name -> name.startsWith("TF_") || name.startsWith("TG_"));
        this.settings = PlanSettings.standard()
                .withTemporaryFolder(temporary)
                .withUser(user.with("PATH", bin + ":" + user.variable("PATH").orElse("")));
    }

    /** A tool of that name whose script runs with {@code $sub} as the sub-command and {@code $out} as the plan file. */
    LookBench tool(String name, String... lines) throws IOException {
        List<String> script = new ArrayList<>(List.of(
                "#!/bin/sh",
                "echo \"$@\" >> '" + folder.resolve("calls") + "'",
                "while [ \"$1\" = run ] || [ \"$1\" = -- ] || [ \"${1#-chdir}\" != \"$1\" ]; do shift; done",
                "sub=$1",
                "for word in \"$@\"; do case $word in -out=*) out=${word#-out=};; esac; done"));
        script.addAll(List.of(lines));
        Path file = Files.write(bin.resolve(name), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return this;
    }

    LookBench code(String... lines) throws IOException {
        Files.write(stack.resolve("main.tf"), List.of(lines));
        return this;
    }

    LookBench user(String name, String value) {
        settings = settings.withUser(settings.user().with(name, value));
        return this;
    }

    Observation look(IacTool tool) throws ProbeException {
        return PlanProbe.with(settings.withTool(tool)).probe(request());
    }

    ProbeException failure(IacTool tool) {
        try {
            look(tool);
        } catch (ProbeException expected) {
            return expected;
        }
        throw new AssertionError("the look did not fail");
    }

    ProbeRequest request() {
        return new ProbeRequest(
                new Stack(StackPath.of("/stacks/prod/net"), Optional.empty(), "net", "", List.of(), stack),
                EnvironmentLease.of(lease),
                timeout,
                limit,
                output::add);
    }

    List<String> calls() throws IOException {
        return Files.exists(folder.resolve("calls")) ? Files.readAllLines(folder.resolve("calls")) : List.of();
    }

    /** Every file of the checkout with its content. */
    Map<String, String> checkout() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("checkout"))) {
            for (Path file : files.toList()) {
                content.put(file.toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
            }
        }
        return content;
    }

    List<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }
}
