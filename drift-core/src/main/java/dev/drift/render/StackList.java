package dev.drift.render;

import static java.util.stream.Collectors.joining;

import dev.drift.stack.Stack;
import dev.drift.stack.Tag;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stacks as text, in the order given. */
public final class StackList {

    private static final int GAP = 2;

    private StackList() {}

    /** One path on each line. */
    public static String paths(List<Stack> stacks) {
        return stacks.stream()
                .map(stack -> Harmless.line(stack.path().toString()) + "\n")
                .collect(joining());
    }

    /** Path, name and tags in columns, cut to the width. */
    public static String table(List<Stack> stacks, int width) {
        int paths = widest(stacks.stream().map(stack -> path(stack).length()).toList(), "PATH");
        int names = widest(stacks.stream().map(stack -> name(stack).length()).toList(), "NAME");
        StringBuilder table = new StringBuilder(row(paths, names, width, "PATH", "NAME", "TAGS"));
        stacks.forEach(stack -> table.append(row(paths, names, width, path(stack), name(stack), tags(stack))));
        return table.toString();
    }

    /** The list as JSON for programs: {@code {"stacks": [{"path", "id", "name", "description", "tags"}]}}. */
    public static String json(List<Stack> stacks) {
        Value list = Value.of(stacks.stream().map(StackList::value).toList());
        return Json.writePretty(Value.of(Map.of("stacks", list))) + "\n";
    }

    private static Value value(Stack stack) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("path", Value.of(stack.path().toString()));
        fields.put("id", stack.id().map(id -> Value.of(id.value())).orElse(Value.ofNull()));
        fields.put("name", Value.of(stack.name()));
        fields.put("description", Value.of(stack.description()));
        fields.put(
                "tags",
                Value.of(stack.tags().stream().map(tag -> Value.of(tag.text())).toList()));
        return Value.of(fields);
    }

    private static int widest(List<Integer> lengths, String title) {
        return lengths.stream().reduce(title.length(), Math::max);
    }

    private static String row(int paths, int names, int width, String path, String name, String tags) {
        String row = pad(path, paths) + pad(name, names) + tags;
        return Harmless.shortened(row.stripTrailing(), Math.max(width, paths + GAP)) + "\n";
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length() + GAP);
    }

    private static String path(Stack stack) {
        return Harmless.line(stack.path().toString());
    }

    private static String name(Stack stack) {
        return Harmless.line(stack.name());
    }

    private static String tags(Stack stack) {
        return Harmless.line(stack.tags().stream().map(Tag::text).collect(joining(" ")));
    }
}
