package dev.drift.aws.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.drift.aws.state.StateObject.Written;
import dev.drift.observation.ResourceAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Shows the objects of a state to somebody, one after the other, as they are read; none of them is kept. Whoever sees them may
 * have enough, which ends the reading.
 */
final class Visit {

    /** Nobody is shown anything. */
    static final Visit NONE = new Visit(Optional.empty());

    private final Optional<Predicate<StateObject>> visitor;

    private Visit(Optional<Predicate<StateObject>> visitor) {
        this.visitor = visitor;
    }

    static Visit of(Predicate<StateObject> visitor) {
        return new Visit(Optional.of(visitor));
    }

    boolean isAny() {
        return visitor.isPresent();
    }

    /**
     * Reads the instance whose object the parser stands at, and shows it.
     *
     * @param resource the texts that stood before it: its module, mode, type, name and provider
     * @return whether it is deposed
     */
    boolean show(JsonParser parser, Map<String, String> resource) throws IOException, StateException {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> raw = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "attributes", "identity", "attributes_flat" -> {
                    if (value != JsonToken.VALUE_NULL) {
                        raw.put(name, json(parser));
                    }
                }
                case "index_key", "status", "deposed", "private", "schema_version", "identity_schema_version" -> {
                    if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                        texts.put(
                                name,
                                name.equals("index_key") && !value.isNumeric()
                                        ? '"'
                                                + parser.getText()
                                                        .replace("\\", "\\\\")
                                                        .replace("\"", "\\\"")
                                                + '"'
                                        : parser.getText());
                    }
                    parser.skipChildren();
                }
                default -> parser.skipChildren();
            }
        }
        boolean deposed = !texts.getOrDefault("deposed", "").isEmpty();
        if (resource.getOrDefault("mode", "managed").equals("managed")
                && !visitor.orElseThrow().test(object(resource, texts, raw))) {
            throw StateReader.unusable("was not read to its end");
        }
        return deposed;
    }

    private static StateObject object(
            Map<String, String> resource, Map<String, String> texts, Map<String, String> raw) {
        OptionalLong version = number(texts.getOrDefault("schema_version", "0"));
        OptionalLong identityVersion = number(texts.getOrDefault("identity_schema_version", "0"));
        boolean whole = version.isPresent()
                && identityVersion.isPresent()
                && raw.containsKey("attributes")
                && !raw.containsKey("attributes_flat")
                && texts.getOrDefault("status", "").isEmpty()
                && texts.getOrDefault("deposed", "").isEmpty();
        return new StateObject(
                address(resource, texts),
                resource.getOrDefault("provider", ""),
                whole,
                new Written(raw.getOrDefault("attributes", "null"), version.orElse(0)),
                texts.getOrDefault("private", ""),
                Optional.ofNullable(raw.get("identity")).map(json -> new Written(json, identityVersion.orElse(0))));
    }

    private static ResourceAddress address(Map<String, String> resource, Map<String, String> texts) {
        String module = resource.getOrDefault("module", "");
        String type = resource.getOrDefault("type", "");
        String index = texts.containsKey("index_key") ? "[" + texts.get("index_key") + "]" : "";
        return new ResourceAddress(
                (module.isEmpty() ? "" : module + ".") + type + "." + resource.getOrDefault("name", "") + index,
                type,
                Optional.of(texts.getOrDefault("deposed", "")).filter(key -> !key.isEmpty()));
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static String json(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = StateReader.JSON.createGenerator(text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }
}
