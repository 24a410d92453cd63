package dev.drift.terramate.plan;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What may be shown of the records of a plan: each is built anew from fields that are known to be harmless or are cleaned.
 *
 * @param search what the plan marks
 * @param cleaning how values are cleaned
 */
record Records(SecretSearch search, Cleaning cleaning) {

    /** An entry of {@code resource_drift} or {@code resource_changes}. */
    Value change(Value entry) {
        Sensitive sensitive = search.at(addressOf(entry));
        return Allowed.of(entry, cleaning)
                .plain("address", "previous_address", "module_address", "mode", "type", "name", "index")
                .plain("provider_name", "deposed", "action_reason")
                .with("change", change -> compared(change, typeOf(entry), sensitive))
                .value();
    }

    /** A change that is put off to a later plan. */
    Value deferred(Value entry) {
        return Allowed.of(entry, cleaning)
                .plain("reason")
                .with("resource_change", this::change)
                .value();
    }

    /** A change of an output. */
    Value output(String name, Value change) {
        Sensitive sensitive =
                Sensitive.of(change.field("before_sensitive")).and(Sensitive.of(change.field("after_sensitive")));
        return Allowed.of(change, cleaning)
                .actions()
                .with("before", value -> cleaning.clean(name, value, sensitive))
                .with("after", value -> cleaning.clean(name, value, sensitive))
                .marks("after_unknown", "before_sensitive", "after_sensitive")
                .value();
    }

    /** An object of {@code planned_values} or {@code prior_state}. */
    Value object(Value resource) {
        Sensitive sensitive = search.at(addressOf(resource));
        return Allowed.of(resource, cleaning)
                .plain("address", "mode", "type", "name", "index", "provider_name", "schema_version")
                .with("values", values -> mirrored(typeOf(resource), cleaning.clean(values, sensitive)))
                .marks("sensitive_values")
                .plain("depends_on", "tainted", "deposed_key")
                .value();
    }

    /** An output of {@code planned_values} or {@code prior_state}. */
    Value known(String name, Value output) {
        boolean isSecret = output.field("sensitive").equals(Value.of(true));
        return Allowed.of(output, cleaning)
                .marks("sensitive")
                .with("value", value -> cleaning.clean(name, value, isSecret ? Sensitive.ALL : Sensitive.NOTHING))
                .plain("type")
                .value();
    }

    /** A variable that was set. */
    Value variable(String name, Value variable) {
        Sensitive sensitive = search.isSecretVariable(name) ? Sensitive.ALL : Sensitive.NOTHING;
        return Allowed.of(variable, cleaning)
                .with("value", value -> cleaning.clean(name, value, sensitive))
                .value();
    }

    private Value compared(Value change, String type, Sensitive sensitive) {
        return Allowed.of(change, cleaning)
                .actions()
                .with("before", before -> mirrored(type, cleaning.clean(before, sensitive)))
                .with("after", after -> mirrored(type, cleaning.clean(after, sensitive)))
                .marks("after_unknown", "before_sensitive", "after_sensitive")
                .plain("replace_paths")
                .with(
                        "importing",
                        from -> Allowed.of(from, cleaning).plain("id").value())
                .value();
    }

    /** {@code terraform_data} shows its input once more as its output, and forgets the mark of it. */
    private Value mirrored(String type, Value values) {
        if (!type.equals("terraform_data") || !(values instanceof Value.Fields fields)) {
            return values;
        }
        Map<String, Value> shown = new LinkedHashMap<>(fields.values());
        shown.computeIfPresent("output", (name, output) -> cleaning.hidden(output));
        return Value.of(shown);
    }

    private static String addressOf(Value record) {
        return record.field("address").text().orElse("");
    }

    private static String typeOf(Value record) {
        return record.field("type").text().orElse("");
    }
}
