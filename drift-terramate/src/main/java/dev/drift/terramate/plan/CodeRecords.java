package dev.drift.terramate.plan;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What may be shown of the code in a plan: its shape and what refers to what. No constant of an expression is shown, since
 * nothing tells which of them a provider would mark as sensitive.
 *
 * @param cleaning how values are cleaned
 */
record CodeRecords(Cleaning cleaning) {

    /** The configuration of a provider. */
    Value provider(Value provider) {
        return Allowed.of(provider, cleaning)
                .plain("name", "full_name", "alias", "module_address", "version_constraint")
                .with("expressions", this::expression)
                .value();
    }

    /** A resource or data source. */
    Value resource(Value resource) {
        return Allowed.of(resource, cleaning)
                .plain("address", "mode", "type", "name", "provider_config_key")
                .with("provisioners", this::provisioners)
                .with("expressions", this::expression)
                .plain("schema_version")
                .with("count_expression", this::expression)
                .with("for_each_expression", this::expression)
                .plain("depends_on")
                .value();
    }

    /** An output. */
    Value output(Value output) {
        return Allowed.of(output, cleaning)
                .marks("sensitive")
                .with("expression", this::expression)
                .plain("description", "depends_on")
                .value();
    }

    /** A variable; the default of a sensitive one is hidden. */
    Value variable(String name, Value variable) {
        Sensitive sensitive = variable.field("sensitive").equals(Value.of(true)) ? Sensitive.ALL : Sensitive.NOTHING;
        return Allowed.of(variable, cleaning)
                .with("default", value -> cleaning.clean(name, value, sensitive))
                .plain("description")
                .marks("sensitive")
                .value();
    }

    /** An expression, or the expressions of a block. */
    Value expression(Value expression) {
        if (expression instanceof Value.Items items) {
            return Value.of(items.values().stream().map(this::expression).toList());
        }
        if (!(expression instanceof Value.Fields fields)) {
            return cleaning.hidden(expression);
        }
        Map<String, Value> shown = new LinkedHashMap<>();
        fields.values().forEach((name, part) -> {
            boolean refers = name.equals("references")
                    && part.items().stream().allMatch(item -> item.text().isPresent());
            shown.put(
                    cleaning.clean(Value.of(name)).toString(),
                    name.equals("constant_value")
                            ? cleaning.hidden(part)
                            : refers ? cleaning.clean(part) : expression(part));
        });
        return Value.of(shown);
    }

    private Value provisioners(Value provisioners) {
        return Value.of(provisioners.items().stream()
                .map(provisioner -> Allowed.of(provisioner, cleaning)
                        .plain("type")
                        .with("expressions", this::expression)
                        .value())
                .toList());
    }
}
