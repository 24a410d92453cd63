package dev.drift.terramate.environment;

import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.stack.Tag;
import dev.drift.terramate.eval.HclValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What expressions of a stack find under {@code terramate}, as far as one stack alone shows it. */
final class TerramateVariables {

    private TerramateVariables() {}

    /** {@code terramate.name}, {@code terramate.root...}, {@code terramate.stack...}; not {@code terramate.stacks} and {@code version}. */
    static HclValue of(Stack stack, Path root) {
        String absolute = stack.path().value();
        String relative = absolute.substring(1);
        HclValue path = object(Map.of(
                "absolute", HclValue.of(absolute),
                "basename", HclValue.of(baseName(stack.directory())),
                "relative", HclValue.of(relative.isEmpty() ? "." : relative),
                "to_root", HclValue.of(toRoot(relative))));
        Map<String, HclValue> described = new TreeMap<>(Map.of(
                "name",
                HclValue.of(stack.name()),
                "description",
                HclValue.of(stack.description()),
                "tags",
                new HclValue.Sequence(
                        HclValue.Sequence.Kind.LIST,
                        stack.tags().stream()
                                .map(Tag::toString)
                                .map(HclValue::of)
                                .toList()),
                "path",
                path));
        stack.id().map(StackId::value).map(HclValue::of).ifPresent(id -> described.put("id", id));
        HclValue place =
                object(Map.of("absolute", HclValue.of(root.toString()), "basename", HclValue.of(baseName(root))));
        return object(Map.of(
                "name", HclValue.of(stack.name()),
                "description", HclValue.of(stack.description()),
                "path", HclValue.of(absolute),
                "root", object(Map.of("path", object(Map.of("fs", place)))),
                "stack", object(described)));
    }

    /** An object of texts. */
    static HclValue texts(Map<String, String> texts) {
        Map<String, HclValue> values = new TreeMap<>();
        texts.forEach((name, text) -> values.put(name, HclValue.of(text)));
        return object(values);
    }

    private static HclValue object(Map<String, HclValue> fields) {
        return new HclValue.Mapping(HclValue.Mapping.Form.OBJECT, new TreeMap<>(fields));
    }

    private static String toRoot(String relative) {
        return relative.isEmpty() ? "." : relative.replaceAll("[^/]+", "..");
    }

    private static String baseName(Path directory) {
        return directory.getFileName() == null ? "/" : directory.getFileName().toString();
    }
}
