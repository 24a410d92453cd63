package dev.drift.diagnosis;

import dev.drift.value.Essence;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON policy, compared by what it means. Statements and lists have no order, a list of one is its element, names of
 * actions have no case, an account is its number or the ARN of its root, a condition's {@code true} is its {@code "true"}.
 *
 * <p>The IAM guide calls {@code "Principal": "*"} and {@code {"AWS": "*"}} equivalent in policies of resources, and so does this.
 * Not equal, on purpose: these two in the trust policy of a role, where only the first lets in the federated; another
 * {@code Version} or {@code Id}; a statement said twice and said once.
 */
record PolicyDocument(Value canonical) {

    private static final Pattern ROOT = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):root");
    private static final Set<String> ACTIONS = Set.of("Action", "NotAction");
    private static final Set<String> PRINCIPALS = Set.of("Principal", "NotPrincipal");
    private static final Set<String> RESOURCES = Set.of("Resource", "NotResource");
    private static final String STATEMENT = "Statement";

    /** The policy a text writes; empty if it writes none. */
    static Optional<PolicyDocument> of(Value text) {
        return text.text()
                .filter(written -> written.contains(STATEMENT))
                .flatMap(PolicyDocument::json)
                .filter(json -> !json.field(STATEMENT).isNull())
                .map(PolicyDocument::canonical)
                .map(PolicyDocument::new);
    }

    /** The JSON a text writes, if it is an object or a list. */
    static Optional<Value> json(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(text));
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }

    /** Whether two texts write the same JSON. */
    static boolean isSameJson(Value one, Value other) {
        Optional<Value> json = one.text().flatMap(PolicyDocument::json);
        return json.isPresent() && json.equals(other.text().flatMap(PolicyDocument::json));
    }

    /** Whether this allows something the other does not say, or has lost something the other denies. */
    boolean isWiderThan(PolicyDocument other) {
        return hasMore("Allow", this, other) || hasMore("Deny", other, this);
    }

    private static boolean hasMore(String effect, PolicyDocument more, PolicyDocument less) {
        Set<Value> known = new HashSet<>(less.canonical.field(STATEMENT).items());
        return more.canonical.field(STATEMENT).items().stream()
                .filter(statement -> statement.field("Effect").equals(Value.of(effect)))
                .anyMatch(statement -> !known.contains(statement));
    }

    private static Value canonical(Value policy) {
        Map<String, Value> fields = new TreeMap<>(((Value.Fields) policy).values());
        List<Value> statements = asList(policy.field(STATEMENT)).stream()
                .map(PolicyDocument::statement)
                .toList();
        fields.put(STATEMENT, sorted(statements));
        return Value.of(fields);
    }

    private static Value statement(Value written) {
        if (!(written instanceof Value.Fields fields)) {
            return written;
        }
        Map<String, Value> canonical = new TreeMap<>();
        fields.values().forEach((name, value) -> canonical.put(name, part(name, value)));
        if (!isTrust(canonical)) {
            PRINCIPALS.forEach(name -> canonical.computeIfPresent(name, (same, value) -> anybody(value)));
        }
        if (Essence.isEmpty(canonical.getOrDefault("Sid", Value.ofNull()))) {
            canonical.remove("Sid");
        }
        return Value.of(canonical);
    }

    private static boolean isTrust(Map<String, Value> statement) {
        return statement.getOrDefault("Action", Value.ofNull()).items().stream()
                .flatMap(action -> action.text().stream())
                .anyMatch(action -> action.startsWith("sts:"));
    }

    private static Value anybody(Value principal) {
        return principal.equals(Value.of("*")) ? Value.of(Map.of("AWS", Value.of(List.of(principal)))) : principal;
    }

    private static Value part(String name, Value value) {
        if (ACTIONS.contains(name)) {
            return distinct(value, PolicyDocument::lowerCase);
        }
        if (RESOURCES.contains(name)) {
            return distinct(value, item -> item);
        }
        if (PRINCIPALS.contains(name)) {
            return eachField(value, principals -> distinct(principals, PolicyDocument::account));
        }
        if (name.equals("Condition")) {
            return eachField(value, keys -> eachField(keys, values -> distinct(values, PolicyDocument::asText)));
        }
        return value;
    }

    private static Value eachField(Value value, UnaryOperator<Value> change) {
        if (!(value instanceof Value.Fields fields)) {
            return value;
        }
        Map<String, Value> changed = new TreeMap<>();
        fields.values().forEach((name, field) -> changed.put(name, change.apply(field)));
        return Value.of(changed);
    }

    private static Value distinct(Value value, UnaryOperator<Value> spelling) {
        return sorted(asList(value).stream().map(spelling).distinct().toList());
    }

    private static Value sorted(List<Value> values) {
        List<Value> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparing(Json::write));
        return Value.of(sorted);
    }

    private static List<Value> asList(Value value) {
        return value instanceof Value.Items items ? items.values() : List.of(value);
    }

    private static Value lowerCase(Value action) {
        return action.text()
                .map(text -> Value.of(text.toLowerCase(Locale.ROOT)))
                .orElse(action);
    }

    private static Value account(Value principal) {
        Matcher root = ROOT.matcher(principal.text().orElse(""));
        return root.matches() ? Value.of(root.group(1)) : principal;
    }

    private static Value asText(Value value) {
        return value instanceof Value.Bool || value instanceof Value.Decimal ? Value.of(value.toString()) : value;
    }
}
