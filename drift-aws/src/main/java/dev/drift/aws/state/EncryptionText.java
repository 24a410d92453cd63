package dev.drift.aws.state;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what OpenTofu is told of encryption in its environment, in JSON or in the plain part of HCL: blocks, literals, and
 * references to other blocks. Both give the same value: labels are fields, and a reference is the text of its names. Anything
 * that would have to be computed makes the whole text one that is not read.
 */
final class EncryptionText {

    private static final int DEEPEST = 20;
    private static final Pattern SPACE = Pattern.compile("(?:\\s|#[^\\n]*|//[^\\n]*|(?s:/\\*.*?\\*/))*+");
    private static final Pattern NAMES =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*+(?:\\.[\\p{L}_][\\p{L}\\p{N}_-]*+)*+");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*+)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([\\w.-]+)\\s*\\}");

    private final String text;
    private int at;
    private int depth;

    private EncryptionText(String text) {
        this.text = text;
    }

    static Value read(String text) throws NotDecryptedException {
        if (!text.strip().startsWith("{")) {
            EncryptionText reading = new EncryptionText(text);
            Value body = reading.body();
            return reading.at == text.length() ? body : reading.refuse();
        }
        try {
            return Json.read(text.strip());
        } catch (JsonException broken) {
            throw notSimple();
        }
    }

    /** The names in a reference, as JSON or HCL write it. */
    static List<String> reference(Value value) {
        String written = value.text().orElse("");
        Matcher wrapped = REFERENCE.matcher(written);
        return List.of((wrapped.matches() ? wrapped.group(1) : written).split("\\."));
    }

    /** Whether the text stands for itself, and is not computed. */
    static boolean isLiteral(String written) {
        return !written.contains("${") && !written.contains("%{");
    }

    private Value body() throws NotDecryptedException {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (skipSpace() < text.length() && text.charAt(at) != '}') {
            String name = match(NAMES);
            if (take('=')) {
                put(fields, List.of(name), expression());
            } else {
                put(fields, path(name), block());
            }
        }
        return Value.of(fields);
    }

    private List<String> path(String type) throws NotDecryptedException {
        List<String> path = new ArrayList<>(List.of(type));
        while (skipSpace() < text.length() && text.charAt(at) == '"') {
            path.add(unescaped(match(TEXT)));
        }
        return path;
    }

    private Value block() throws NotDecryptedException {
        require('{');
        enter();
        Value body = body();
        depth--;
        require('}');
        return body;
    }

    private void put(Map<String, Value> fields, List<String> path, Value value) throws NotDecryptedException {
        String name = path.get(0);
        if (path.size() > 1) {
            Map<String, Value> inner = new LinkedHashMap<>();
            if (fields.get(name) instanceof Value.Fields known) {
                inner.putAll(known.values());
            }
            put(inner, path.subList(1, path.size()), value);
            fields.put(name, Value.of(inner));
        } else if (fields.put(name, value) != null) {
            refuse();
        }
    }

    private Value expression() throws NotDecryptedException {
        skipSpace();
        char here = at < text.length() ? text.charAt(at) : ' ';
        if (here == '"') {
            return Value.of(unescaped(match(TEXT)));
        }
        if (here == '[') {
            return list();
        }
        if (here == '{') {
            return object();
        }
        if (here == '-' || Character.isDigit(here)) {
            return new Value.Decimal(new BigDecimal(match(NUMBER)));
        }
        String names = match(NAMES);
        return switch (names) {
            case "true", "false" -> Value.of(names.equals("true"));
            case "null" -> Value.ofNull();
            default -> Value.of("${" + names + "}");
        };
    }

    private Value list() throws NotDecryptedException {
        require('[');
        enter();
        List<Value> items = new ArrayList<>();
        while (!take(']')) {
            items.add(expression());
            if (!take(',')) {
                require(']');
                break;
            }
        }
        depth--;
        return Value.of(items);
    }

    private Value object() throws NotDecryptedException {
        require('{');
        enter();
        Map<String, Value> fields = new LinkedHashMap<>();
        while (!take('}')) {
            skipSpace();
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            String name = quoted ? unescaped(match(TEXT)) : match(NAMES);
            if (!take('=')) {
                require(':');
            }
            put(fields, List.of(name), expression());
            take(',');
        }
        depth--;
        return Value.of(fields);
    }

    /** HCL and JSON share most escapes, so JSON reads them. */
    private String unescaped(String quoted) throws NotDecryptedException {
        if (!isLiteral(quoted)) {
            refuse();
        }
        try {
            return Json.read(quoted).text().orElse("");
        } catch (JsonException odd) {
            throw notSimple();
        }
    }

    private String match(Pattern pattern) throws NotDecryptedException {
        skipSpace();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            refuse();
        }
        at = matcher.end();
        return matcher.group();
    }

    private boolean take(char expected) {
        if (skipSpace() < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char expected) throws NotDecryptedException {
        if (!take(expected)) {
            refuse();
        }
    }

    private void enter() throws NotDecryptedException {
        if (++depth > DEEPEST) {
            refuse();
        }
    }

    private int skipSpace() {
        Matcher space = SPACE.matcher(text).region(at, text.length());
        at = space.lookingAt() ? space.end() : at;
        return at;
    }

    private Value refuse() throws NotDecryptedException {
        throw notSimple();
    }

    private static NotDecryptedException notSimple() {
        return new NotDecryptedException("TF_ENCRYPTION says more than literals and references");
    }
}
