package dev.drift.terramate.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.terramate.eval.HclValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The functions of Terragrunt in one file of a unit. Those that read a file have the unit note it. */
final class TerragruntFunctions {

    /** The names of those that read. */
    static final Set<String> READING = Set.of(
            "find_in_parent_folders",
            "read_terragrunt_config",
            "read_tfvars_file",
            "sops_decrypt_file",
            "mark_as_read",
            "templatefile",
            "file");

    private static final long LARGEST_FILE = 1024 * 1024;

    private final TerragruntUnit unit;
    private final Path directory;
    private final TerragruntPaths paths;
    private int reached;

    TerragruntFunctions(TerragruntUnit unit, Path file) {
        this.unit = unit;
        this.directory = file.resolveSibling("").normalize();
        this.paths = new TerragruntPaths(unit.unit(), directory);
    }

    /** How often a reading function knew what to read. */
    int reached() {
        return reached;
    }

    /** Whether a reading function knows what to read from its first argument alone; it is noted then. */
    boolean reaches(String name, HclValue argument) {
        int before = reached;
        try {
            HclValue unused = Objects.requireNonNull(all().get(name)).apply(List.of(argument));
        } catch (IllegalArgumentException noValue) {
            // What it gives is not asked for.
        }
        return reached != before;
    }

    Map<String, Function<List<HclValue>, HclValue>> all() {
        Map<String, Function<List<HclValue>, HclValue>> all = new HashMap<>();
        TerragruntPaths.FUNCTIONS.forEach(name -> all.put(name, arguments -> place(name, arguments)));
        all.put("find_in_parent_folders", this::above);
        all.put("get_env", this::variable);
        all.put("read_terragrunt_config", this::configuration);
        all.put("mark_as_read", arguments -> HclValue.of(noted(arguments).toString()));
        all.put("file", arguments -> content(noted(arguments)));
        for (String name : List.of("read_tfvars_file", "sops_decrypt_file", "templatefile")) {
            all.put(name, arguments -> {
                throw new IllegalArgumentException(noted(arguments) + " is not looked into here");
            });
        }
        return all;
    }

    private HclValue place(String name, List<HclValue> arguments) {
        return HclValue.of(paths.called(name, texts(arguments))
                .orElseThrow(() -> new IllegalArgumentException(name + " leads nowhere")));
    }

    private HclValue above(List<HclValue> arguments) {
        reached++;
        HclValue found = place("find_in_parent_folders", arguments);
        TerragruntUnit.text(found).ifPresent(file -> unit.note(unit.unit().resolve(file)));
        return found;
    }

    private HclValue variable(List<HclValue> arguments) {
        List<String> texts = texts(arguments);
        return HclValue.of(texts.stream()
                .findFirst()
                .flatMap(unit::variable)
                .or(() -> texts.stream().skip(1).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("there is no such variable")));
    }

    private HclValue configuration(List<HclValue> arguments) {
        Path named = unit.unit().resolve(texts(arguments.subList(0, 1)).get(0)).normalize();
        reached++;
        Path file = Files.isDirectory(named) ? named.resolve(TerragruntReads.FILE) : named;
        unit.note(file);
        if (Files.isRegularFile(file)) {
            return unit.lookElsewhere(file);
        }
        if (arguments.size() < 2) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        return arguments.get(1);
    }

    /** Seen from the file that names it, or else from the unit. */
    private Path noted(List<HclValue> arguments) {
        String name = texts(arguments.subList(0, Math.min(1, arguments.size()))).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file is named"));
        Path near = directory.resolve(name).normalize();
        Path file = Files.exists(near) ? near : unit.unit().resolve(name).normalize();
        reached++;
        unit.note(file);
        return file;
    }

    private static HclValue content(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE) {
                return HclValue.of(Files.readString(file, UTF_8));
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read", unreadable);
        }
        throw new IllegalArgumentException(file + " is no file, or too large");
    }

    private static List<String> texts(List<HclValue> arguments) {
        return arguments.stream()
                .map(argument -> TerragruntUnit.text(argument)
                        .orElseThrow(
                                () -> new IllegalArgumentException("a text is expected, not " + argument.kindName())))
                .toList();
    }
}
