package dev.drift.it.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds an interpreter that has one version of moto: the one behind {@code moto_server}, else a plain one, else our own. */
record MotoPython(String version) {

    Path provide(ToolCache cache) throws IOException, InterruptedException {
        if (!Files.isDirectory(cache.place("moto", version))) {
            for (Path candidate : candidates()) {
                if (hasMoto(candidate)) {
                    return candidate;
                }
            }
        }
        return cache.provide("moto", version, new MotoEnvironment(version)).resolve("bin/python");
    }

    private static Iterable<Path> candidates() throws IOException {
        Optional<Path> script = SearchPath.find("moto_server");
        Stream<Path> behindScript = script.isPresent() ? interpreter(script.get()).stream() : Stream.empty();
        return Stream.concat(
                        behindScript,
                        Stream.of("python3", "python").map(SearchPath::find).flatMap(Optional::stream))
                .toList();
    }

    private static Optional<Path> interpreter(Path script) throws IOException {
        try (Stream<String> lines = Files.lines(script)) {
            return lines.findFirst()
                    .filter(line -> line.startsWith("#!") && line.contains("python"))
                    .map(line -> Path.of(line.replaceFirst("^#!\\s*(\\S+).*", "$1")))
                    .filter(python -> !python.endsWith("env"));
        }
    }

    private boolean hasMoto(Path python) throws IOException, InterruptedException {
        return Command.of(python, "-c", "import moto, moto.server; print(moto.__version__)")
                .run()
                .out()
                .strip()
                .equals(version);
    }
}
