package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import dev.drift.observation.SideEffect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of {@code action_invocations}, which plans have since Terraform 1.14: which action is run, and because of what. */
final class Invocations {

    private static final String TRIGGER = "triggering_resource_address";

    private final List<SideEffect> all = new ArrayList<>();

    /** Reads the section, the parser standing at its first token. */
    void read(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEachItem(() -> all.add(invocation(parser)));
    }

    List<SideEffect> all() {
        return all;
    }

    private static SideEffect invocation(JsonParser parser) throws IOException {
        Map<String, String> texts = new HashMap<>();
        ObjectReader.of(parser).forEach(name -> {
            if (name.equals("address")) {
                texts.put(name, ValueReader.text(parser));
            } else if (name.equals("lifecycle_action_trigger")) {
                ObjectReader.of(parser).forEach(part -> {
                    if (part.equals(TRIGGER)) {
                        texts.put(part, ValueReader.text(parser));
                    }
                });
            }
        });
        String action = texts.get("address");
        if (action == null) {
            throw PlanDefect.at(parser, "has an action_invocation without address");
        }
        return SideEffect.invoking(action, Optional.ofNullable(texts.get(TRIGGER)));
    }
}
