package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Copies containers of a plan while they are read, and of what they hold only the records that have room. What it has written
 * is valid JSON after every call.
 */
final class PlanCopy {

    private final StringBuilder out = new StringBuilder();
    private final JsonParser parser;
    private final Room room;
    private final String section;

    PlanCopy(JsonParser parser, Room room, String section) {
        this.parser = parser;
        this.room = room;
        this.section = section;
    }

    String text() {
        return out.toString();
    }

    /** An object; the step writes the value of a field, or leaves it by returning false. */
    void object(Step step) throws IOException {
        bracket('{');
        ObjectReader.of(parser).forEach(name -> {
            int before = out.length();
            separate('{');
            around(Json.write(Value.of(name)) + ":");
            if (!step.write(name)) {
                out.setLength(before);
            }
        });
        bracket('}');
    }

    /** A list of records; those that are not urgent get no more than half of the room there is. */
    void list(UnaryOperator<Value> shown, Predicate<Value> isUrgent) throws IOException {
        bracket('[');
        int half = room.left() / 2;
        ObjectReader.of(parser).forEachItem(() -> {
            Value record = ValueReader.read(parser);
            String text = room.isOpen() ? Json.write(shown.apply(record)) : "";
            record(text, "", isUrgent.test(record) ? 0 : half);
        });
        bracket(']');
    }

    /** A list of records, all of the same urgency. */
    void list(UnaryOperator<Value> shown) throws IOException {
        list(shown, record -> true);
    }

    /** Records by name. */
    void map(BiFunction<String, Value, Value> shown, UnaryOperator<String> shownName) throws IOException {
        bracket('{');
        ObjectReader.of(parser).forEach(name -> {
            Value record = ValueReader.read(parser);
            String text = room.isOpen() ? Json.write(shown.apply(name, record)) : "";
            record(text, Json.write(Value.of(shownName.apply(name))) + ":", 0);
        });
        bracket('}');
    }

    /** A list of containers. */
    void containers(Container container) throws IOException {
        bracket('[');
        ObjectReader.of(parser).forEachItem(() -> contained("", '[', container));
        bracket(']');
    }

    /** Containers by name. */
    void namedContainers(Container container, UnaryOperator<String> shownName) throws IOException {
        bracket('{');
        ObjectReader.of(parser)
                .forEach(name -> contained(Json.write(Value.of(shownName.apply(name))) + ":", '{', container));
        bracket('}');
    }

    /** One record. */
    boolean value(UnaryOperator<Value> shown) throws IOException {
        around(Json.write(shown.apply(ValueReader.read(parser))));
        return true;
    }

    private void contained(String name, char opener, Container container) throws IOException {
        if (!room.isOpen()) {
            room.miss(section);
            return;
        }
        separate(opener);
        around(name);
        container.write();
    }

    private void record(String text, String name, int atLeastLeft) {
        if (text.isEmpty() || !room.takes(name + text, atLeastLeft)) {
            room.miss(section);
            return;
        }
        separate(name.isEmpty() ? '[' : '{');
        out.append(name).append(text);
    }

    private void separate(char opener) {
        if (out.charAt(out.length() - 1) != opener) {
            out.append(',');
        }
    }

    private void bracket(char bracket) {
        out.append(bracket);
    }

    private void around(String text) {
        room.spend(text);
        out.append(text);
    }

    /** Writes the value of a field, the parser standing at it. */
    @FunctionalInterface
    interface Step {
        boolean write(String name) throws IOException;
    }

    /** Writes a container, the parser standing at it. */
    @FunctionalInterface
    interface Container {
        void write() throws IOException;
    }
}
