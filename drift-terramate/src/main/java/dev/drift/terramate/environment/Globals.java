package dev.drift.terramate.environment;

import dev.drift.terramate.eval.Evaluator;
import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.eval.Scope;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.project.DirectoryBlocks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code globals} a stack sees: those of its directory before those above it. Only what an expression refers to is
 * evaluated. An object that is set in one place and extended in another is not followed, nor are {@code map} blocks.
 */
final class Globals {

    private static final String NAME = "global";
    private static final String UNSET = "unset";
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![\\w.\"])global((?:\\s*\\.\\s*[A-Za-z_][\\w-]*|\\s*\\[\\s*\"[^\"$%\\\\]*\"\\s*\\])*)(?![\\w-])");
    private static final Pattern STEP = Pattern.compile("[A-Za-z_][\\w-]*|\"[^\"]*\"");

    private final Scope scope;
    private final Map<List<String>, Expression> declared = new LinkedHashMap<>();
    private final Set<List<String>> maps = new HashSet<>();
    private final Map<List<String>, HclValue> known = new HashMap<>();
    private final Set<List<String>> underWay = new HashSet<>();

    /** Of these directories, the root first, with what expressions may refer to besides globals. */
    Globals(List<DirectoryBlocks> levels, Scope scope) {
        this.scope = scope;
        levels.forEach(level -> level.blocks().stream()
                .filter(block -> block.type().equals("globals"))
                .forEach(this::declare));
    }

    /** The value of an expression that may refer to globals. */
    HclValue valueOf(Expression expression) {
        Set<List<String>> needed = needed(expression);
        needed.forEach(path -> evaluate(path, expression));
        Map<String, Object> tree = new TreeMap<>();
        needed.stream()
                .filter(known::containsKey)
                .sorted(Comparator.comparing(List::size))
                .forEach(path -> plant(tree, path, expression));
        return Evaluator.evaluate(expression, scope.with(NAME, object(tree)));
    }

    /** Whether the expression takes a name away instead of giving it a value. */
    static boolean unsets(Expression expression) {
        return expression.span().text().strip().equals(UNSET);
    }

    private void declare(Block block) {
        for (Attribute attribute : block.body().attributes().values()) {
            declared.put(path(block.labels(), attribute.name()), attribute.expression());
        }
        for (Block map : block.body().blocks("map")) {
            maps.add(path(block.labels(), map.label(0).orElse("")));
        }
    }

    /** What is declared at, above or below the places an expression names, and what that needs in turn. */
    private Set<List<String>> needed(Expression expression) {
        Set<List<String>> needed = new HashSet<>();
        Matcher reference = REFERENCE.matcher(expression.span().text());
        while (reference.find()) {
            List<String> named = steps(reference.group(1));
            if (maps.stream().anyMatch(map -> related(map, named))) {
                throw new NotStaticException(
                        expression, "refers to a map block of globals, which is not evaluated here");
            }
            declared.keySet().stream().filter(path -> related(path, named)).forEach(needed::add);
        }
        return needed;
    }

    private void evaluate(List<String> path, Expression asker) {
        Expression expression = declared.getOrDefault(path, asker);
        if (known.containsKey(path) || unsets(expression)) {
            return;
        }
        if (!underWay.add(path)) {
            throw new NotStaticException(expression, "global." + String.join(".", path) + " refers to itself");
        }
        known.put(path, valueOf(expression));
        underWay.remove(path);
    }

    private void plant(Map<String, Object> tree, List<String> path, Expression asker) {
        Map<String, Object> place = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            Object inner = place.computeIfAbsent(step, none -> new TreeMap<String, Object>());
            if (!(inner instanceof TreeMap<?, ?>)) {
                throw new NotStaticException(
                        asker, "global." + String.join(".", path) + " extends an object that is set elsewhere");
            }
            @SuppressWarnings("unchecked")
            Map<String, Object> below = (Map<String, Object>) inner;
            place = below;
        }
        place.put(path.get(path.size() - 1), known.getOrDefault(path, HclValue.ofNull()));
    }

    private static HclValue object(Map<String, Object> tree) {
        TreeMap<String, HclValue> fields = new TreeMap<>();
        tree.forEach((name, value) -> {
            if (value instanceof HclValue leaf) {
                fields.put(name, leaf);
            } else {
                @SuppressWarnings("unchecked")
                Map<String, Object> below = (Map<String, Object>) value;
                fields.put(name, object(below));
            }
        });
        return new HclValue.Mapping(HclValue.Mapping.Form.OBJECT, fields);
    }

    private static List<String> steps(String written) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(written);
        while (step.find()) {
            steps.add(step.group().replace("\"", ""));
        }
        return steps;
    }

    private static List<String> path(List<String> labels, String name) {
        List<String> path = new ArrayList<>(labels);
        path.add(name);
        return List.copyOf(path);
    }

    private static boolean related(List<String> one, List<String> other) {
        int shared = Math.min(one.size(), other.size());
        return one.subList(0, shared).equals(other.subList(0, shared));
    }
}
