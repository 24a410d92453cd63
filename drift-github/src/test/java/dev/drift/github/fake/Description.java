package dev.drift.github.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The slice of GitHub's own description of its interface: which operations there are, and what they take and give. */
final class Description {

    static final Description PUBLISHED = new Description(read());

    private static final String BASE = "https://github.example/api.json";

    private final Value root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private Description(String text) {
        root = Json.read(text);
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                        .schemas(Map.of(BASE, text)));
        fields(root.field("paths"))
                .forEach((template, item) -> fields(item).forEach((method, described) -> {
                    if (!method.equals("parameters")) {
                        operations.add(new Operation(this, method, template, described));
                    }
                }));
    }

    /** The operation behind a request, if there is one in the slice. */
    Optional<Operation> operation(Asked asked) {
        return operations.stream()
                .filter(operation -> operation.isBehind(asked))
                .findFirst();
    }

    /** What a value breaks of the schema at a place of the description. */
    List<String> wrong(String pointer, Value value) {
        return schemas
                .computeIfAbsent(pointer, place -> registry.getSchema(SchemaLocation.of(BASE + "#" + place)))
                .validate(Json.write(value), InputFormat.JSON)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** What a reference stands for; the node itself if it is none. */
    Value resolved(Value node) {
        Value here = node;
        while (here.field("$ref").text().isPresent()) {
            Value there = root;
            for (String step : here.field("$ref").text().get().substring(2).split("/", -1)) {
                there = there.field(step);
            }
            here = there;
        }
        return here;
    }

    static Map<String, Value> fields(Value value) {
        return value instanceof Value.Fields fields ? fields.values() : Map.of();
    }

    private static String read() {
        try (InputStream slice = Description.class.getResourceAsStream("/github/api.slice.json")) {
            return new String(requireNonNull(slice, "slice is missing").readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
