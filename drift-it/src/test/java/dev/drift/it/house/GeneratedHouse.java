package dev.drift.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small house written and compiled on the spot, so that a rule can be seen to object to it. */
final class GeneratedHouse {

    private final Path root;
    private final Map<String, String> modules = new LinkedHashMap<>();
    private final List<Path> sources = new ArrayList<>();

    private GeneratedHouse(Path root) {
        this.root = root;
    }

    static GeneratedHouse in(Path root) {
        return new GeneratedHouse(root);
    }

    /** Adds a type to the main sources of a module. */
    GeneratedHouse with(String module, String type, String body) throws IOException {
        return add(module, "main", type, body);
    }

    /** Adds a type to the tests of a module. */
    GeneratedHouse withTest(String module, String type, String body) throws IOException {
        return add(module, "test", type, body);
    }

    /** Compiles everything at once, then lays the class files where Maven would have put them. */
    House build() throws IOException {
        Path compiled = Files.createDirectories(root.resolve("compiled"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", compiled.toString());
            boolean done = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(done).as(said.toString()).isTrue();
        }
        for (Map.Entry<String, String> type : modules.entrySet()) {
            move(compiled, type.getKey(), root.resolve(type.getValue()));
        }
        return new House(root);
    }

    private GeneratedHouse add(String module, String kind, String type, String body) throws IOException {
        Path source = root.resolve(module).resolve("src/" + kind + "/java").resolve(type.replace('.', '/') + ".java");
        Files.createDirectories(source.getParent());
        String name = type.substring(0, type.lastIndexOf('.'));
        Files.writeString(source, "package " + name + ";\n" + body + "\n");
        sources.add(source);
        modules.put(type, module + "/target/" + (kind.equals("main") ? "classes" : "test-classes"));
        return this;
    }

    private static void move(Path compiled, String type, Path target) throws IOException {
        Path first = compiled.resolve(type.replace('.', '/') + ".class");
        String stem = type.substring(type.lastIndexOf('.') + 1);
        Path folder = Files.createDirectories(
                target.resolve(compiled.relativize(first).getParent()));
        try (Stream<Path> files = Files.list(first.getParent())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.equals(stem + ".class") || name.startsWith(stem + "$")) {
                    Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
