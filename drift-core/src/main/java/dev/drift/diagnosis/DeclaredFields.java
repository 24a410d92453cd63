package dev.drift.diagnosis;

import dev.drift.value.Difference;
import dev.drift.value.Essence;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the code declares for one object. Nested blocks and whole attributes look alike in a plan, but mean different things
 * when an item is missing: a constant map or list of scalars that lacks it says "not this one"; a list of blocks that lacks
 * it says nothing, because a {@code dynamic} block may write more of them.
 */
final class DeclaredFields {

    private final TypeFacts facts;
    private final Value arguments;

    DeclaredFields(TypeFacts facts, Value arguments) {
        this.facts = facts;
        this.arguments = facts.inParts(arguments);
    }

    /** What the code says about the second side of a difference. */
    Declared about(Difference difference) {
        if (difference.element().isPresent()) {
            return aboutElement(difference, difference.element().get());
        }
        Value said = Places.at(arguments, difference.path());
        if (said.isNull()) {
            return saysNotThisOne(difference.path())
                    ? (difference.after().isNull() ? Declared.LIVE : Declared.OTHER)
                    : Declared.ABSENT;
        }
        if (Meaning.isOpen(said)) {
            return Declared.OPEN;
        }
        return facts.isSame(difference.path(), asWritten(said), asWritten(difference.after()))
                ? Declared.LIVE
                : Declared.OTHER;
    }

    private boolean saysNotThisOne(ValuePath path) {
        int steps = path.steps().size();
        if (steps < 2) {
            return false;
        }
        Value container = Places.at(arguments, Places.start(path, steps - 1));
        boolean isMap = steps == 2 && container instanceof Value.Fields;
        boolean isScalarList = container instanceof Value.Items list
                && list.values().stream().noneMatch(Value.Fields.class::isInstance);
        return (isMap || isScalarList) && !Meaning.isOpen(container);
    }

    private Declared aboutElement(Difference difference, Difference.Element element) {
        Value said = Places.at(arguments, element.set());
        if (said instanceof Value.Unknown) {
            return Declared.OPEN;
        }
        List<Value> declared = said.items();
        if (said.isNull() || isUnmentioned(difference, element, declared)) {
            return Declared.ABSENT;
        }
        boolean saysAfter = isAmong(declared, element.after());
        boolean saysBefore = isAmong(declared, element.before());
        if (!saysBefore && saysAfter) {
            return Declared.LIVE;
        }
        if (declared.stream().anyMatch(Meaning::isOpen)) {
            return Declared.OPEN;
        }
        return !saysBefore && element.after().isNull() ? Declared.LIVE : Declared.OTHER;
    }

    /** Whether the difference is in a field of a changed element that no declared element mentions. */
    private static boolean isUnmentioned(Difference difference, Difference.Element element, List<Value> declared) {
        List<ValuePath.Step> steps = difference.path().steps();
        int within = element.set().steps().size() + 1;
        if (steps.size() <= within || !(steps.get(within) instanceof ValuePath.Field)) {
            return false;
        }
        int end = within;
        while (end < steps.size() && steps.get(end) instanceof ValuePath.Field) {
            end++;
        }
        ValuePath field = new ValuePath(steps.subList(within, end));
        return declared.stream().allMatch(item -> Places.at(item, field).isNull());
    }

    private static boolean isAmong(List<Value> declared, Value element) {
        return !element.isNull() && declared.stream().anyMatch(item -> isSaidBy(item, element));
    }

    /** What is declared must be live, and what is not declared must not say anything. */
    private static boolean isSaidBy(Value item, Value element) {
        if (Meaning.isOpen(item)) {
            return false;
        }
        if (!(item instanceof Value.Fields) || !(element instanceof Value.Fields live)) {
            return Meaning.isSame(asWritten(item), asWritten(element));
        }
        return live.values().entrySet().stream().allMatch(field -> {
            Value said = item.field(field.getKey());
            return said.isNull()
                    ? NoiseRule.NullAgainstDefault.isDefault(field.getValue()) || Essence.isEmpty(field.getValue())
                    : Meaning.isSame(asWritten(said), asWritten(field.getValue()));
        });
    }

    /** The tool converts between {@code 80} and {@code "80"} as a type asks for; a plan does not say which it was. */
    private static Value asWritten(Value value) {
        if (value instanceof Value.Fields fields) {
            Map<String, Value> written = new LinkedHashMap<>();
            fields.values().forEach((name, field) -> written.put(name, asWritten(field)));
            return Value.of(written);
        }
        if (value instanceof Value.Items items) {
            return Value.of(
                    items.values().stream().map(DeclaredFields::asWritten).toList());
        }
        return value instanceof Value.Bool || value instanceof Value.Decimal ? Value.of(value.toString()) : value;
    }
}
