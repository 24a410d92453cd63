package dev.drift.value;

import static java.util.Objects.requireNonNull;

/**
 * Marks laid over a value, in the form Terraform writes them ({@code before_sensitive}, {@code after_unknown}): {@code true}
 * marks a place and everything below it, objects and lists descend, anything else marks nothing.
 */
public record Marks(Value tree) {

    /** Marks nothing. */
    public static final Marks NONE = new Marks(Value.of(false));

    /** Marks everything. */
    public static final Marks ALL = new Marks(Value.of(true));

    public Marks {
        requireNonNull(tree, "tree is null");
    }

    /** Whether the place itself or a place above it is marked. A set element is covered if any item of the set is. */
    public boolean covers(ValuePath path) {
        Value here = tree;
        for (ValuePath.Step step : path.steps()) {
            if (isMark(here)) {
                return true;
            }
            if (step instanceof ValuePath.Element) {
                return touchesAny(here);
            }
            here = child(here, step);
        }
        return isMark(here);
    }

    /** Whether the place, a place above it or any place below it is marked. */
    public boolean touches(ValuePath path) {
        Value here = tree;
        for (ValuePath.Step step : path.steps()) {
            if (isMark(here) || step instanceof ValuePath.Element) {
                return touchesAny(here);
            }
            here = child(here, step);
        }
        return touchesAny(here);
    }

    private static Value child(Value here, ValuePath.Step step) {
        if (step instanceof ValuePath.Field field) {
            return here.field(field.name());
        }
        int position = ((ValuePath.Index) step).position();
        return position < here.items().size() ? here.items().get(position) : Value.ofNull();
    }

    private static boolean touchesAny(Value here) {
        if (here instanceof Value.Fields fields) {
            return fields.values().values().stream().anyMatch(Marks::touchesAny);
        }
        return isMark(here) || here.items().stream().anyMatch(Marks::touchesAny);
    }

    private static boolean isMark(Value here) {
        return here instanceof Value.Bool mark && mark.value();
    }
}
