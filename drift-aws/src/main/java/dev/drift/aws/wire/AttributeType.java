package dev.drift.aws.wire;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The type of an attribute as the protocol writes it: {@code "string"}, {@code ["list","number"]},
 * {@code ["object",{"name":"string"}]}.
 *
 * @param written the type as JSON; null where a schema gives none
 */
public record AttributeType(Value written) {

    private static final Value NUMBER = Value.of("number");

    public AttributeType {
        requireNonNull(written, "written is null");
    }

    static AttributeType of(String json) {
        try {
            return new AttributeType(json.isEmpty() ? Value.ofNull() : Json.read(json));
        } catch (JsonException broken) {
            throw new WireException("A type of an attribute is no JSON", broken);
        }
    }

    /** Whether it is a set. */
    public boolean isSet() {
        return isA("set");
    }

    /** The type of its elements, if it is a list, a set or a map; of others one that says nothing. */
    public AttributeType element() {
        return isA("list") || isA("set") || isA("map") ? at(1) : new AttributeType(Value.ofNull());
    }

    /** The types of its fields by their names, if it is an object. */
    public Map<String, AttributeType> fields() {
        Map<String, AttributeType> fields = new LinkedHashMap<>();
        if (isA("object") && at(1).written() instanceof Value.Fields types) {
            types.values().forEach((name, type) -> fields.put(name, new AttributeType(type)));
        }
        return fields;
    }

    /**
     * A value of this type as it was meant: numbers that no float holds exactly cross the wire as texts.
     *
     * @throws WireException if such a text is no number
     */
    public Value restored(Value value) {
        if (value instanceof Value.Text text && written.equals(NUMBER)) {
            return number(text.value());
        }
        if (value instanceof Value.Items items && isA("tuple")) {
            List<Value> restored = new ArrayList<>();
            List<Value> types = at(1).written().items();
            for (int at = 0; at < items.values().size(); at++) {
                Value item = items.values().get(at);
                restored.add(at < types.size() ? new AttributeType(types.get(at)).restored(item) : item);
            }
            return Value.of(restored);
        }
        if (value instanceof Value.Items items) {
            AttributeType element = element();
            return Value.of(items.values().stream().map(element::restored).toList());
        }
        if (value instanceof Value.Fields fields) {
            AttributeType element = element();
            Map<String, AttributeType> types = fields();
            Map<String, Value> restored = new LinkedHashMap<>();
            fields.values()
                    .forEach((name, field) ->
                            restored.put(name, types.getOrDefault(name, element).restored(field)));
            return Value.of(restored);
        }
        return value;
    }

    /**
     * A literal as a value of this type, converted as a tool converts it.
     *
     * @throws WireException if it is not known, or of a type that is not converted to this one
     */
    Value converted(Value literal) {
        if (literal.isNull()) {
            return literal;
        }
        if (literal instanceof Value.Items items && (isA("list") || isSet())) {
            AttributeType element = element();
            return Value.of(items.values().stream().map(element::converted).toList());
        }
        if (literal instanceof Value.Fields fields && isA("map")) {
            AttributeType element = element();
            Map<String, Value> converted = new TreeMap<>();
            fields.values().forEach((name, field) -> converted.put(name, element.converted(field)));
            return Value.of(converted);
        }
        return written.text()
                .flatMap(primitive -> primitive(primitive, literal))
                .orElseThrow(() -> new WireException("A literal is of another type than its attribute"));
    }

    private static Optional<Value> primitive(String type, Value literal) {
        Optional<String> text = literal.text();
        return switch (type) {
            case "string" ->
                literal instanceof Value.Decimal number
                        ? Optional.of(Value.of(plain(number.value())))
                        : literal instanceof Value.Bool truth
                                ? Optional.of(Value.of(String.valueOf(truth.value())))
                                : text.map(Value::of);
            case "number" -> literal instanceof Value.Decimal ? Optional.of(literal) : text.map(AttributeType::number);
            case "bool" ->
                literal instanceof Value.Bool
                        ? Optional.of(literal)
                        : text.filter(word -> word.equals("true") || word.equals("false"))
                                .map(word -> Value.of(Boolean.parseBoolean(word)));
            default -> Optional.empty();
        };
    }

    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) + number.precision() > Json.LONGEST_NUMBER) {
            throw new WireException("A number is longer than " + Json.LONGEST_NUMBER + " characters");
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private boolean isA(String kind) {
        return !written.items().isEmpty() && written.items().get(0).equals(Value.of(kind));
    }

    private AttributeType at(int place) {
        List<Value> parts = written.items();
        return new AttributeType(place < parts.size() ? parts.get(place) : Value.ofNull());
    }

    private static Value number(String text) {
        try {
            if (text.length() > Json.LONGEST_NUMBER) {
                throw new WireException("A number is longer than " + Json.LONGEST_NUMBER + " characters");
            }
            return new Value.Decimal(new BigDecimal(text));
        } catch (NumberFormatException | ArithmeticException broken) {
            throw new WireException("A number is written as something else", broken);
        }
    }
}
