package dev.drift.aws.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Counts the resources of a state by what they are. */
final class ResourceTally {

    /** Far beyond what all providers of the world together have. */
    private static final int MOST_TYPES = 100_000;

    private static final Pattern TYPE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]{0,199}");

    private static final Set<String> TEXTS = Set.of("module", "mode", "type", "name", "provider");

    private final Set<String> managedTypes = new TreeSet<>();
    private final Set<String> dataTypes = new TreeSet<>();
    private final Visit visit;
    private int objects;

    ResourceTally(Visit visit) {
        this.visit = visit;
    }

    /** Reads the list the parser stands at. */
    void read(JsonParser parser) throws IOException, StateException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        requireAt(parser, JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireAt(parser, JsonToken.START_OBJECT);
            readResource(parser);
        }
    }

    StateContent.Seen content() {
        return new StateContent.Seen(managedTypes, dataTypes, objects);
    }

    private void readResource(JsonParser parser) throws IOException, StateException {
        Map<String, String> texts = new HashMap<>();
        int instances = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (TEXTS.contains(name) && value == JsonToken.VALUE_STRING) {
                texts.put(name, parser.getText());
            } else if (name.equals("instances") && value == JsonToken.START_ARRAY) {
                instances = currentInstances(parser, texts);
            } else {
                parser.skipChildren();
            }
        }
        String type = texts.getOrDefault("type", "");
        if (!TYPE.matcher(type).matches()) {
            throw StateReader.unusable("holds a resource without a type");
        }
        enter(texts.getOrDefault("mode", ""), type, instances);
    }

    private void enter(String mode, String type, int instances) throws StateException {
        switch (mode) {
            case "managed" -> {
                managedTypes.add(type);
                objects += instances;
            }
            case "data" -> dataTypes.add(type);
            default -> throw StateReader.unusable("holds a resource that is neither managed nor data");
        }
        if (managedTypes.size() + dataTypes.size() > MOST_TYPES) {
            throw StateReader.unusable("holds more than " + MOST_TYPES + " types");
        }
    }

    private int currentInstances(JsonParser parser, Map<String, String> texts) throws IOException, StateException {
        int instances = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireAt(parser, JsonToken.START_OBJECT);
            boolean deposed = visit.isAny() ? visit.show(parser, texts) : isDeposed(parser);
            instances += deposed ? 0 : 1;
        }
        return instances;
    }

    private static boolean isDeposed(JsonParser parser) throws IOException {
        boolean deposed = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            deposed |= name.equals("deposed")
                    && value == JsonToken.VALUE_STRING
                    && !parser.getText().isEmpty();
            parser.skipChildren();
        }
        return deposed;
    }

    private static void requireAt(JsonParser parser, JsonToken expected) throws IOException, StateException {
        if (parser.currentToken() != expected) {
            throw StateReader.unusable("holds something else than resources");
        }
    }
}
