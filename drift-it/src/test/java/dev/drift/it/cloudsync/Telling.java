package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was told of a stack.
 *
 * @param kind which of the three
 * @param request method and path, in which the drift run has no name of its own
 * @param fields the fields of the body and their values; the items of a list share a name
 */
record Telling(Kind kind, String request, SortedMap<String, List<Value>> fields) {

    /** The three things there are to tell. */
    enum Kind {
        START,
        LOG,
        FINISH
    }

    Telling {
        requireNonNull(kind, "kind is null");
        requireNonNull(request, "request is null");
        requireNonNull(fields, "fields is null");
    }

    /** What was told, by the paths of the stacks, in the order of telling; what is told of a log several times counts once. */
    static SortedMap<String, List<Telling>> in(List<Exchange> exchanges) {
        Map<String, String> stacks = new HashMap<>();
        SortedMap<String, List<Telling>> told = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            Request request = exchange.request();
            if (!request.isTelling()) {
                continue;
            }
            String[] parts = request.path().split("/");
            Value body = Json.read(request.body());
            begun(exchange)
                    .ifPresent(drift -> stacks.put(
                            drift, body.field("stack").field("path").text().orElseThrow()));
            String drift = begun(exchange).orElseGet(() -> parts[4]);
            Kind kind = parts.length == 4 ? Kind.START : parts.length == 5 ? Kind.FINISH : Kind.LOG;
            List<Telling> ofStack = told.computeIfAbsent(stacks.get(drift), stack -> new ArrayList<>());
            if (ofStack.isEmpty() || ofStack.get(ofStack.size() - 1).kind() != kind) {
                ofStack.add(new Telling(kind, request.method() + " " + named(parts), fields(kind, body)));
            }
        }
        return told;
    }

    /** The drift run that an exchange began. */
    static Optional<String> begun(Exchange exchange) {
        boolean isStart = exchange.request().method().equals("POST")
                && exchange.request().path().split("/").length == 4;
        return isStart ? Json.read(exchange.answer().body()).field("uuid").text() : Optional.empty();
    }

    private static String named(String[] parts) {
        if (parts.length > 4) {
            parts[4] = "{drift}";
        }
        return String.join("/", parts);
    }

    private static SortedMap<String, List<Value>> fields(Kind kind, Value body) {
        SortedMap<String, List<Value>> fields = new TreeMap<>();
        if (kind == Kind.LOG) {
            // Two tools print different lines: only their form is comparable.
            collect("", body.items().get(0), fields);
            fields.replaceAll(
                    (name, values) -> List.of(Value.of(values.get(0).getClass().getSimpleName())));
        } else {
            collect("", body, fields);
        }
        return fields;
    }

    private static void collect(String name, Value value, SortedMap<String, List<Value>> fields) {
        if (value instanceof Value.Fields inner) {
            inner.values().forEach((key, field) -> collect(name.isEmpty() ? key : name + "." + key, field, fields));
        } else if (value instanceof Value.Items list) {
            list.values().forEach(item -> collect(name + "[]", item, fields));
        } else {
            fields.computeIfAbsent(name, same -> new ArrayList<>()).add(value);
        }
    }
}
