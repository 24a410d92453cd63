package dev.drift.terramate.code;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.TemplatePart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The functions by which Terragrunt's files find each other, for one file.
 *
 * @param unit the directory that is planned
 * @param file the directory of the file that calls the function
 */
record TerragruntPaths(Path unit, Path file) {

    /** The names of the functions. */
    static final Set<String> FUNCTIONS = Set.of(
            "find_in_parent_folders",
            "path_relative_to_include",
            "path_relative_from_include",
            "get_terragrunt_dir",
            "get_original_terragrunt_dir",
            "get_parent_terragrunt_dir",
            "get_repo_root",
            "get_path_from_repo_root",
            "get_path_to_repo_root",
            "dirname");

    /** The file that an expression names, relative to the unit. */
    Optional<Path> file(Expression expression) {
        return text(expression).map(unit::resolve);
    }

    /** The text of an expression that holds nothing but text and those functions. */
    Optional<String> text(Expression expression) {
        if (expression instanceof Expression.FunctionCall call) {
            return call(call);
        }
        if (!(expression instanceof Expression.Template template)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (TemplatePart part : template.parts()) {
            Optional<String> piece = part instanceof TemplatePart.Text literal
                    ? Optional.of(literal.text())
                    : part instanceof TemplatePart.Interpolation inner ? text(inner.expression()) : Optional.empty();
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            text.append(piece.get());
        }
        return Optional.of(text.toString());
    }

    private Optional<String> call(Expression.FunctionCall call) {
        List<Optional<String>> arguments =
                call.arguments().stream().map(this::text).toList();
        return arguments.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : called(
                        call.name(),
                        arguments.stream().flatMap(Optional::stream).toList());
    }

    /** What a function makes of its arguments; empty if that is nothing, or it is none of those that are known here. */
    Optional<String> called(String function, List<String> arguments) {
        Optional<String> first = arguments.stream().findFirst();
        return switch (function) {
            case "find_in_parent_folders" ->
                above(first.orElse("terragrunt.hcl"))
                        .or(() -> arguments.stream().skip(1).findFirst());
            case "path_relative_to_include" -> first.isPresent() ? Optional.empty() : Optional.of(relative(file, unit));
            case "path_relative_from_include" ->
                first.isPresent() ? Optional.empty() : Optional.of(relative(unit, file));
            case "get_terragrunt_dir", "get_original_terragrunt_dir" -> Optional.of(unit.toString());
            case "get_parent_terragrunt_dir" -> first.isPresent() ? Optional.empty() : Optional.of(file.toString());
            case "get_repo_root" -> repository();
            case "get_path_from_repo_root" -> repository().map(top -> relative(Path.of(top), unit));
            case "get_path_to_repo_root" -> repository().map(top -> relative(unit, Path.of(top)));
            case "dirname" -> first.map(Path::of).map(Path::getParent).map(Path::toString);
            default -> Optional.empty();
        };
    }

    private Optional<String> above(String name) {
        for (Path place = unit.getParent(); place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(name))) {
                return Optional.of(place.resolve(name).toString());
            }
        }
        return Optional.empty();
    }

    private Optional<String> repository() {
        for (Path place = unit; place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(".git"))) {
                return Optional.of(place.toString());
            }
        }
        return Optional.empty();
    }

    private static String relative(Path from, Path to) {
        String relative = from.relativize(to).toString();
        return relative.isEmpty() ? "." : relative;
    }
}
