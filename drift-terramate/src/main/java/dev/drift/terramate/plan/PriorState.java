package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.Sibling;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code prior_state}: live after the refresh. Counted, and searched for what mentions a drifted object. */
final class PriorState {

    private final Identities sought;
    private final List<Sibling> siblings = new ArrayList<>();
    private int resources;

    PriorState(Identities sought) {
        this.sought = sought;
    }

    /** Reads the section, the parser standing at its first token. */
    void read(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(name -> {
            if (name.equals("values")) {
                ObjectReader.of(parser).forEach(part -> {
                    if (part.equals("root_module")) {
                        readModule(parser);
                    }
                });
            }
        });
    }

    /** How many managed objects there are. */
    int resources() {
        return resources;
    }

    /** The objects that mention a drifted one, by address. */
    List<Sibling> siblings() {
        siblings.sort(Comparator.comparing(Sibling::address));
        return siblings;
    }

    private void readModule(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(name -> {
            switch (name) {
                case "resources" -> ObjectReader.of(parser).forEachItem(() -> readResource(parser));
                case "child_modules" -> ObjectReader.of(parser).forEachItem(() -> readModule(parser));
                default -> {}
            }
        });
    }

    private void readResource(JsonParser parser) throws IOException {
        Map<String, String> labels = new HashMap<>();
        Value[] values = {Value.ofNull()};
        ObjectReader.of(parser).forEach(name -> {
            switch (name) {
                case "address", "mode", "type", "deposed_key" -> labels.put(name, ValueReader.text(parser));
                case "values" -> {
                    if (!sought.isEmpty() && isManaged(labels)) {
                        values[0] = ValueReader.read(parser);
                    }
                }
                default -> {}
            }
        });
        if (isManaged(labels)) {
            add(labels, values[0]);
        }
    }

    private void add(Map<String, String> labels, Value value) {
        resources++;
        ResourceAddress address = new ResourceAddress(
                labels.getOrDefault("address", ""),
                labels.getOrDefault("type", ""),
                Optional.ofNullable(labels.get("deposed_key")));
        if (sought.mentionedIn(value, address)) {
            siblings.add(new Sibling(address, value));
        }
    }

    private static boolean isManaged(Map<String, String> labels) {
        return labels.getOrDefault("mode", "managed").equals("managed");
    }
}
