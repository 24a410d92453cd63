package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.Snapshot;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code resource_drift} or {@code resource_changes}. Terraform writes the mode before the change and the actions
 * before the values, so that the values of what does not matter are never built; another order costs time only.
 */
final class ChangeEntry {

    private static final int LONGEST_WORD = 40;

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Value> values = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private boolean imported;

    private ChangeEntry() {}

    static ChangeEntry read(JsonParser parser) throws IOException {
        ChangeEntry entry = new ChangeEntry();
        ObjectReader.of(parser).forEach(name -> {
            switch (name) {
                case "address", "previous_address", "mode", "type", "deposed" ->
                    entry.labels.put(name, ValueReader.text(parser));
                case "change" -> entry.readChange(parser);
                default -> {}
            }
        });
        if (!entry.labels.containsKey("address")) {
            throw PlanDefect.at(parser, "has a change without address");
        }
        return entry;
    }

    boolean managed() {
        return labels.getOrDefault("mode", "managed").equals("managed");
    }

    ResourceAddress address() {
        return new ResourceAddress(
                labels.getOrDefault("address", ""),
                labels.getOrDefault("type", ""),
                Optional.ofNullable(labels.get("deposed")).filter(key -> !key.isEmpty()));
    }

    /** The address that the object had before; empty if that is not told. */
    Optional<String> previousAddress() {
        return Optional.ofNullable(labels.get("previous_address"));
    }

    /** Whether the object is taken into the state. */
    boolean imported() {
        return imported;
    }

    /** The action; empty if its words are not known. */
    Optional<ChangeAction> action() {
        return Actions.named(words);
    }

    /** The words of an action, cut to what fits a message. */
    String words() {
        return words.stream()
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .limit(2 + 1)
                .toList()
                .toString();
    }

    Snapshot before() {
        return new Snapshot(value("before"), marks("before_sensitive"));
    }

    Snapshot after() {
        return new Snapshot(AfterUnknown.over(value("after"), value("after_unknown")), marks("after_sensitive"));
    }

    private void readChange(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(name -> {
            switch (name) {
                case "actions" -> ObjectReader.of(parser).forEachItem(() -> words.add(ValueReader.text(parser)));
                case "before", "after", "after_unknown", "before_sensitive", "after_sensitive" -> {
                    if (matters()) {
                        values.put(name, ValueReader.read(parser));
                    }
                }
                case "importing" -> imported = parser.currentToken() != JsonToken.VALUE_NULL;
                default -> {}
            }
        });
    }

    private boolean matters() {
        return managed()
                && action().map(known -> known != ChangeAction.NO_OP && known != ChangeAction.READ)
                        .orElse(words.isEmpty());
    }

    private Value value(String name) {
        return values.getOrDefault(name, Value.ofNull());
    }

    private Marks marks(String name) {
        return new Marks(value(name));
    }
}
