package dev.drift.terramate.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Random expressions, each written in HCL and as the {@link Shape} it must be read as. The same seed gives the same. */
final class ExpressionGenerator {

    private static final int LOOSEST = 0;
    private static final int TIGHTEST = 7;

    private final Random random;

    ExpressionGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** An expression in both forms. */
    record Generated(String text, String shape) {}

    Generated next() {
        return expression(4, LOOSEST);
    }

    /** At least as tight as asked: 0 is a conditional, 1 to 6 are operators, 7 is a term. */
    private Generated expression(int depth, int tightness) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind == 0 && tightness == LOOSEST) {
            Generated condition = expression(depth - 1, 1);
            Generated then = expression(depth - 1, LOOSEST);
            Generated otherwise = expression(depth - 1, LOOSEST);
            return new Generated(
                    condition.text + gap() + "?" + gap() + then.text + gap() + ": " + otherwise.text,
                    "(if " + condition.shape + " then " + then.shape + " else " + otherwise.shape + ")");
        }
        if (kind <= 3 && tightness < TIGHTEST) {
            return operation(depth, Math.max(1, tightness));
        }
        return term(depth);
    }

    private Generated operation(int depth, int tightness) {
        List<Operator> candidates = new ArrayList<>(List.of(Operator.values()));
        candidates.removeIf(operator -> operator.precedence() < tightness);
        if (candidates.isEmpty()) {
            return term(depth);
        }
        Operator operator = candidates.get(random.nextInt(candidates.size()));
        Generated result = expression(depth - 1, operator.precedence() + 1);
        for (int i = random.nextInt(3); i >= 0; i--) {
            Generated right = expression(depth - 1, operator.precedence() + 1);
            result = new Generated(
                    result.text + gap() + operator.symbol() + gap() + right.text,
                    "(" + result.shape + " " + operator.symbol() + " " + right.shape + ")");
        }
        return result;
    }

    private Generated term(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(9)) {
            case 0 -> list(depth);
            case 1 -> object(depth);
            case 2 -> call(depth);
            case 3 -> {
                Generated inner = expression(depth - 1, LOOSEST);
                yield new Generated("(" + gap() + inner.text + gap() + ")", "paren(" + inner.shape + ")");
            }
            case 4 -> unary(depth);
            case 5 -> stepped(depth);
            case 6 -> template(depth);
            case 7 -> loop(depth);
            default -> leaf();
        };
    }

    private Generated leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> same(Integer.toString(random.nextInt(1_000)));
            case 1 -> same("true");
            case 2 -> same("null");
            case 3 -> new Generated("\"a b\"", "'a b'");
            default -> same(name());
        };
    }

    private Generated list(int depth) {
        List<Generated> items = several(depth);
        return new Generated(
                "[" + gap() + texts(items, "," + gap()) + (items.isEmpty() || random.nextBoolean() ? "" : ",") + "]",
                "[" + shapes(items) + "]");
    }

    private Generated object(int depth) {
        List<Generated> items = new ArrayList<>();
        for (Generated value : several(depth)) {
            String key = name();
            String sign = random.nextBoolean() ? " = " : " : ";
            items.add(
                    random.nextBoolean()
                            ? new Generated(key + sign + value.text, "'" + key + "' = " + value.shape)
                            : new Generated(
                                    "(" + key + ")" + sign + value.text, "paren(" + key + ") = " + value.shape));
        }
        String separator = random.nextBoolean() ? ", " : "\n  ";
        return new Generated("{" + texts(items, separator) + "}", "{" + shapes(items) + "}");
    }

    private Generated call(int depth) {
        List<Generated> arguments = several(depth);
        String expansion = !arguments.isEmpty() && random.nextInt(4) == 0 ? "..." : "";
        String name = random.nextInt(4) == 0 ? "provider::a::" + name() : name();
        return new Generated(
                name + "(" + texts(arguments, ", ") + expansion + ")",
                name + "(" + shapes(arguments) + expansion + ")");
    }

    private Generated unary(int depth) {
        Generated operand = term(depth - 1);
        return random.nextBoolean()
                ? new Generated("-" + operand.text, "(neg " + operand.shape + ")")
                : new Generated("!" + operand.text, "(not " + operand.shape + ")");
    }

    private Generated stepped(int depth) {
        Generated root = same(name());
        Generated key = expression(depth - 1, LOOSEST);
        String member = name();
        return switch (random.nextInt(4)) {
            case 0 -> new Generated(root.text + "." + member, root.shape + "." + member);
            case 1 ->
                new Generated(root.text + "[" + key.text + "]." + member, root.shape + "[" + key.shape + "]." + member);
            case 2 ->
                new Generated(
                        root.text + ".*." + member + "[" + key.text + "]",
                        root.shape + "*<." + member + ">[" + key.shape + "]");
            default ->
                new Generated(
                        root.text + "[*]." + member + "[" + key.text + "]",
                        root.shape + "*<." + member + "[" + key.shape + "]>");
        };
    }

    private Generated template(int depth) {
        Generated value = expression(depth - 1, LOOSEST);
        Generated condition = expression(depth - 1, LOOSEST);
        return random.nextBoolean()
                ? new Generated("\"x$${y} ${" + value.text + "}z\"", "'x${y} |${" + value.shape + "}|z'")
                : new Generated(
                        "\"%{ if " + condition.text + " }a%{ else }${" + value.text + " ~} b%{ endif }\"",
                        "'%{if " + condition.shape + "}a%{else}${" + value.shape + "}|b'");
    }

    private Generated loop(int depth) {
        Generated collection = expression(depth - 1, LOOSEST);
        Generated value = expression(depth - 1, LOOSEST);
        Generated condition = expression(depth - 1, LOOSEST);
        return random.nextBoolean()
                ? new Generated(
                        "[for k, v in " + collection.text + " : " + value.text + " if " + condition.text + "]",
                        "[for k, v in " + collection.shape + ": " + value.shape + " if " + condition.shape + "]")
                : new Generated(
                        "{for v in " + collection.text + " : " + condition.text + " => " + value.text + "...}",
                        "{for v in " + collection.shape + ": " + condition.shape + " = " + value.shape + "...}");
    }

    private List<Generated> several(int depth) {
        List<Generated> several = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            several.add(expression(depth - 1, LOOSEST));
        }
        return several;
    }

    private static Generated same(String text) {
        return new Generated(text, text);
    }

    private String name() {
        return List.of("a", "bc", "d-e", "f_1", "été").get(random.nextInt(5));
    }

    private String gap() {
        return random.nextInt(8) == 0 ? " /* c */ " : " ";
    }

    private static String texts(List<Generated> items, String separator) {
        return items.stream().map(Generated::text).collect(Collectors.joining(separator));
    }

    private static String shapes(List<Generated> items) {
        return items.stream().map(Generated::shape).collect(Collectors.joining(", "));
    }
}
