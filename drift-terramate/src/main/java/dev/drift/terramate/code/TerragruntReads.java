package dev.drift.terramate.code;

import static java.util.Objects.requireNonNull;

import dev.drift.code.CodeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Terragrunt reads besides its own file to plan a unit, as far as that can be told without Terragrunt.
 *
 * @param files everything read inside of the root: included files, and those that functions are given or find
 * @param source where the code of the unit comes from, as written, if it lies beside it
 * @param untold where something is read that cannot be told
 */
public record TerragruntReads(Set<Path> files, Optional<String> source, Set<String> untold) {

    /** The file that makes a directory a unit. */
    public static final String FILE = "terragrunt.hcl";

    private static final String JSON_FILE = FILE + ".json";

    public TerragruntReads {
        files = Set.copyOf(files);
        requireNonNull(source, "source is null");
        untold = Set.copyOf(untold);
    }

    /**
     * Looks at a directory; nothing is read where it is no unit.
     *
     * @param root what is outside of it does not count; messages name files from there
     * @param environment the variables that Terragrunt would see
     * @throws CodeException if a file that Terragrunt would read cannot be understood as code
     */
    public static TerragruntReads of(Path root, Path unit, Map<String, String> environment) {
        if (Files.isRegularFile(unit.resolve(JSON_FILE))) {
            return new TerragruntReads(
                    Set.of(),
                    Optional.empty(),
                    Set.of(root.relativize(unit.resolve(JSON_FILE)).toString()));
        }
        if (!Files.isRegularFile(unit.resolve(FILE))) {
            return new TerragruntReads(Set.of(), Optional.empty(), Set.of());
        }
        TerragruntUnit reading = new TerragruntUnit(root, unit, environment);
        reading.look(unit.resolve(FILE));
        Set<Path> inside = new LinkedHashSet<>(reading.files());
        inside.removeIf(file -> !file.startsWith(root));
        return new TerragruntReads(inside, reading.source(), reading.untold());
    }
}
