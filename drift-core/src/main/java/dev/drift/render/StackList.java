package dev.drift.render;

import static java.util.stream.Collectors.joining;

import dev.drift.stack.Stack;
import dev.drift.stack.Tag;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Stacks as text, in the order given, each with why it changed where that is asked for. */
public final class StackList {

    private static final int GAP = 2;

    private StackList() {}

    /** One path on each line, followed by why. */
    public static String paths(List<Stack> stacks, Map<Stack, String> whys) {
        return stacks.stream()
                .map(stack -> path(stack) + (whys.containsKey(stack) ? " - " + why(stack, whys) : "") + "\n")
                .collect(joining());
    }

    /** Path, name, tags and, if there is any, why in columns, cut to the width. */
    public static String table(List<Stack> stacks, Map<Stack, String> whys, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(whys.isEmpty() ? List.of("PATH", "NAME", "TAGS") : List.of("PATH", "NAME", "TAGS", "WHY"));
        stacks.forEach(stack -> rows.add(
                whys.isEmpty()
                        ? List.of(path(stack), name(stack), tags(stack))
                        : List.of(path(stack), name(stack), tags(stack), why(stack, whys))));
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column ->
                        rows.stream().map(row -> row.get(column).length()).reduce(0, Math::max))
                .toList();
        return rows.stream().map(row -> line(row, widths, width)).collect(joining());
    }

    /** The list as JSON for programs: {@code {"stacks": [{"path", "id", "name", "description", "tags", "why"}]}}. */
    public static String json(List<Stack> stacks, Map<Stack, String> whys) {
        Value list = Value.of(stacks.stream().map(stack -> value(stack, whys)).toList());
        return Json.writePretty(Value.of(Map.of("stacks", list))) + "\n";
    }

    private static Value value(Stack stack, Map<Stack, String> whys) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("path", Value.of(stack.path().toString()));
        fields.put("id", stack.id().map(id -> Value.of(id.value())).orElse(Value.ofNull()));
        fields.put("name", Value.of(stack.name()));
        fields.put("description", Value.of(stack.description()));
        fields.put(
                "tags",
                Value.of(stack.tags().stream().map(tag -> Value.of(tag.text())).toList()));
        if (whys.containsKey(stack)) {
            fields.put("why", Value.of(whys.getOrDefault(stack, "")));
        }
        return Value.of(fields);
    }

    private static String line(List<String> row, List<Integer> widths, int width) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column));
            line.append(" ".repeat(widths.get(column) - row.get(column).length() + GAP));
        }
        return Harmless.shortened(line.toString().stripTrailing(), Math.max(width, widths.get(0) + GAP)) + "\n";
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

    private static String why(Stack stack, Map<Stack, String> whys) {
        return Harmless.line(whys.getOrDefault(stack, ""));
    }
}
