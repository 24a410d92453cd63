package dev.drift.terramate.code;

import dev.drift.code.StateLocation;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.Hcl;
import dev.drift.terramate.hcl.HclSyntaxException;
import dev.drift.terramate.hcl.ObjectItem;
import dev.drift.terramate.hcl.SourceFile;
import dev.drift.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code terragrunt.hcl} and the files it includes, as far as they can be understood without Terragrunt: where the code
 * comes from and where its state lives.
 */
final class Terragrunt {

    private final Path unit;
    private final ReadFiles files;
    private final ModuleTree tree;
    private final List<Part> parts = new ArrayList<>();
    private boolean everythingSeen = true;

    Terragrunt(Path unit, ReadFiles files, ModuleTree tree) {
        this.unit = unit;
        this.files = files;
        this.tree = tree;
    }

    /** One of the files: its own stands first. */
    private record Part(Body body, TerragruntPaths paths) {}

    /** Looks at the code that the file names, and returns where its state lives. */
    StateLocation read(String name, StateLocation own, Optional<String> workspace) {
        Body body = files.read(unit.resolve(name)).body();
        parts.add(new Part(body, new TerragruntPaths(unit, unit)));
        body.blocks("include").forEach(this::include);
        lookAtSource();
        return remoteState(workspace.orElse("default"))
                .or(() -> generatedBackend(workspace.orElse("default")))
                .orElseGet(() -> everythingSeen
                        ? own
                        : new StateLocation.Undetermined(
                                name + " includes a file that cannot be found without Terragrunt"));
    }

    private void include(Block include) {
        Optional<Path> file = include.body()
                .attribute("path")
                .flatMap(path -> new TerragruntPaths(unit, unit).file(path.expression()))
                .filter(Files::isRegularFile);
        if (file.isEmpty()) {
            everythingSeen = false;
            return;
        }
        Path directory = file.get().resolveSibling("").normalize();
        parts.add(new Part(files.read(file.get()).body(), new TerragruntPaths(unit, directory)));
    }

    private void lookAtSource() {
        for (Part part : parts) {
            Optional<Attribute> source = part.body().blocks("terraform").stream()
                    .flatMap(block -> block.body().attribute("source").stream())
                    .findFirst();
            if (source.isPresent()) {
                Optional<Path> local =
                        part.paths().text(source.get().expression()).flatMap(this::localSource);
                local.ifPresentOrElse(tree::look, () -> tree.missed(""));
                return;
            }
        }
        if (!everythingSeen) {
            tree.missed("");
        }
    }

    private Optional<Path> localSource(String source) {
        boolean local = source.startsWith(".") || source.startsWith("/");
        return Optional.of(unit.resolve(source.replaceFirst("(?<=.)//", "/")))
                .filter(place -> local && Files.isDirectory(place));
    }

    private Optional<StateLocation> remoteState(String workspace) {
        for (Part part : parts) {
            for (Block block : part.body().blocks("remote_state")) {
                Optional<String> backend = Literals.text(block.body(), "backend");
                return Optional.of(
                        backend.isPresent()
                                ? Backends.of(backend.get(), settings(block, part), workspace)
                                : undetermined(block));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Value> settings(Block remoteState, Part part) {
        Map<String, Value> values = new LinkedHashMap<>();
        remoteState.body().attribute("config").ifPresent(config -> {
            if (config.expression() instanceof Expression.ObjectConstructor object) {
                for (ObjectItem item : object.items()) {
                    Literals.of(item.key())
                            .text()
                            .ifPresent(key -> values.put(
                                    key,
                                    part.paths()
                                            .text(item.value())
                                            .map(Value::of)
                                            .orElseGet(() -> Literals.of(item.value()))));
                }
            } else {
                values.put("config", Value.unknown());
            }
        });
        return values;
    }

    private Optional<StateLocation> generatedBackend(String workspace) {
        for (Part part : parts) {
            for (Block generate : part.body().blocks("generate")) {
                Optional<Attribute> contents = generate.body().attribute("contents");
                Optional<String> text = contents.flatMap(found -> part.paths().text(found.expression()));
                if (text.isPresent()) {
                    Declarations generated = new Declarations();
                    try {
                        generated.add(Hcl.parse(SourceFile.of(generate.header().toString(), text.get()))
                                .body());
                    } catch (HclSyntaxException broken) {
                        return Optional.of(undetermined(generate));
                    }
                    if (generated.backend().isPresent()) {
                        return Optional.of(Backends.of(generated.backend(), workspace));
                    }
                } else if (generate.span().text().contains("backend")) {
                    return Optional.of(undetermined(generate));
                }
            }
        }
        return Optional.empty();
    }

    private static StateLocation undetermined(Block block) {
        return new StateLocation.Undetermined(
                block.header() + ": \"" + block.type() + "\" cannot be understood without Terragrunt");
    }
}
