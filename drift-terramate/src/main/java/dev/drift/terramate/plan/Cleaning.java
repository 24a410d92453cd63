package dev.drift.terramate.plan;

import dev.drift.diagnosis.Secrets;
import dev.drift.observation.KnownSecrets;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides what must not be shown: marked places, copies of what is marked elsewhere, and what gives itself away by its name or
 * its looks.
 *
 * @param secrets what is marked anywhere in the plan
 */
record Cleaning(KnownSecrets secrets) {

    private static final Value HIDDEN = Value.of(SanitizedPlan.HIDDEN);

    /** Providers put encodings and hashes of a value beside it, without a mark. */
    private static final List<String> DERIVED =
            List.of("_base64", "_base64sha1", "_base64sha256", "_base64sha512", "_md5", "_sha1", "_sha256", "_sha512");

    /** A value under the marks of its place. */
    Value clean(Value value, Sensitive sensitive) {
        return sensitive.all() ? hidden(value) : marked(Secrets.redacted(value), sensitive);
    }

    /** A value under a name, which may say that it is a secret. */
    Value clean(String name, Value value, Sensitive sensitive) {
        return sensitive.all()
                ? hidden(value)
                : clean(Value.of(Map.of(name, value)), Sensitive.NOTHING).field(shown(name));
    }

    /** A value that nothing marks. */
    Value clean(Value value) {
        return clean(value, Sensitive.NOTHING);
    }

    /** A value as a secret is shown: that it is there. */
    Value hidden(Value value) {
        return value.isNull() ? value : HIDDEN;
    }

    private Value marked(Value value, Sensitive sensitive) {
        if (sensitive.all() || value instanceof Value.Redacted) {
            return hidden(value);
        }
        if (value instanceof Value.Fields fields) {
            return Value.of(marked(fields.values(), sensitive));
        }
        if (value instanceof Value.Items items) {
            return Value.of(items.values().stream()
                    .map(item -> marked(item, sensitive.item()))
                    .toList());
        }
        boolean canBe = value instanceof Value.Text || value instanceof Value.Decimal;
        return canBe && secrets.areIn(value.toString()) ? HIDDEN : value;
    }

    private Map<String, Value> marked(Map<String, Value> fields, Sensitive sensitive) {
        Map<String, Value> clean = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            boolean isDerived = DERIVED.stream()
                    .anyMatch(end -> name.endsWith(end)
                            && sensitive
                                    .field(name.substring(0, name.length() - end.length()))
                                    .all());
            clean.put(shown(name), isDerived ? hidden(value) : marked(value, sensitive.field(name)));
        });
        return clean;
    }

    private String shown(String name) {
        return secrets.areIn(name) ? SanitizedPlan.HIDDEN : name;
    }
}
