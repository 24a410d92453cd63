package dev.drift.value;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The way from the root of a value to a place inside it. Written as Terraform writes it: {@code desired_count},
 * {@code ingress[0].cidr_blocks}, {@code tags["cost centre"]}. The root itself is the empty path.
 */
public record ValuePath(List<Step> steps) implements Comparable<ValuePath> {

    /** The root of a value. */
    public static final ValuePath ROOT = new ValuePath(List.of());

    public ValuePath {
        steps = List.copyOf(steps);
    }

    /** The path of one field of the root. */
    public static ValuePath of(String field) {
        return ROOT.field(field);
    }

    /**
     * The path that the text writes.
     *
     * @throws IllegalArgumentException if it writes none
     */
    public static ValuePath parse(String text) {
        return new PathReader(text).read();
    }

    /** One field further. */
    public ValuePath field(String name) {
        return append(new Field(name));
    }

    /** One item of a list further, counted from 0. */
    public ValuePath index(int position) {
        return append(new Index(position));
    }

    /** Any item of a set further: sets have no positions. */
    public ValuePath element() {
        return append(new Element());
    }

    /** The name of the first field; empty for the root. */
    public Optional<String> attribute() {
        return steps.isEmpty() || !(steps.get(0) instanceof Field field) ? Optional.empty() : Optional.of(field.name());
    }

    /** Whether this path leads to, or through, the place where the other ends. */
    public boolean isAtOrBelow(ValuePath ancestor) {
        return steps.size() >= ancestor.steps.size()
                && steps.subList(0, ancestor.steps.size()).equals(ancestor.steps);
    }

    /** The names of the fields on the way, without positions: {@code ingress.cidr_blocks}. */
    public String names() {
        return steps.stream()
                .filter(Field.class::isInstance)
                .map(step -> ((Field) step).name())
                .collect(Collectors.joining("."));
    }

    @Override
    public int compareTo(ValuePath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> step.appendTo(text));
        return text.toString();
    }

    private ValuePath append(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ValuePath(longer);
    }

    /** One step of a path. */
    public sealed interface Step {
        /** Writes the step behind those before it. */
        void appendTo(StringBuilder text);
    }

    /** Into the field of an object. */
    public record Field(String name) implements Step {
        private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

        public Field {
            requireNonNull(name, "name is null");
        }

        @Override
        public void appendTo(StringBuilder text) {
            if (isPlain(name)) {
                text.append(text.isEmpty() ? "" : ".").append(name);
            } else {
                text.append("[\"")
                        .append(name.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append("\"]");
            }
        }

        /** Whether the name is written without quotes. */
        static boolean isPlain(String name) {
            return IDENTIFIER.matcher(name).matches();
        }
    }

    /** To an item of a list, counted from 0. */
    public record Index(int position) implements Step {
        public Index {
            if (position < 0) {
                throw new IllegalArgumentException("position is negative: " + position);
            }
        }

        @Override
        public void appendTo(StringBuilder text) {
            text.append('[').append(position).append(']');
        }
    }

    /** To some element of a set. */
    public record Element() implements Step {
        @Override
        public void appendTo(StringBuilder text) {
            text.append("[*]");
        }
    }
}
