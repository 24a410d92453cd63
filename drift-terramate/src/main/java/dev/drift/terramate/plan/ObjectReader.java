package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Steps through the object or array a parser stands at. What the visitor leaves unread is skipped. */
record ObjectReader(JsonParser parser) {

    static ObjectReader of(JsonParser parser) {
        return new ObjectReader(parser);
    }

    /** Shows each field, the parser standing at the first token of its value. Anything but an object has no fields. */
    void forEach(FieldVisitor visitor) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (!seen.add(name)) {
                throw PlanDefect.twice(parser, name);
            }
            JsonToken first = parser.nextToken();
            visitor.visit(name);
            skipRest(first);
        }
    }

    /** Shows each item, the parser standing at its first token. Anything but an array has no items. */
    void forEachItem(ItemVisitor visitor) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        JsonToken first = parser.nextToken();
        while (first != JsonToken.END_ARRAY) {
            visitor.visit();
            skipRest(first);
            first = parser.nextToken();
        }
    }

    /** A visitor that did not read leaves the parser where it was. */
    private void skipRest(JsonToken first) throws IOException {
        if (first.isStructStart() && parser.currentToken() == first) {
            parser.skipChildren();
        }
    }

    /** Reads one field, or leaves it. */
    @FunctionalInterface
    interface FieldVisitor {
        void visit(String name) throws IOException;
    }

    /** Reads one item, or leaves it. */
    @FunctionalInterface
    interface ItemVisitor {
        void visit() throws IOException;
    }
}
