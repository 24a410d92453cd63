package dev.drift.terramate.cloud.stack;

import dev.drift.stack.StackId;
import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.message.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which stacks are asked for.
 *
 * @param terms what they must be, by the names of the wire
 */
public record StackQuery(Map<String, String> terms) {

    public StackQuery {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /** All stacks of a repository. */
    public static StackQuery inRepository(String name) {
        return new StackQuery(Map.of("repository", name));
    }

    /** Of those the one with the id, which exists once for every target. */
    public StackQuery withId(StackId id) {
        return with("meta_id", id.folded());
    }

    /** Of those the ones that are deployed to the target. */
    public StackQuery on(Target target) {
        return with("target", target.name());
    }

    /** Of those the ones that stand so: {@code ok}, {@code drifted}, {@code failed} or {@code unhealthy}. */
    public StackQuery withStatus(String word) {
        return with("status", word.equals("healthy") ? "ok" : word);
    }

    /** Of those the ones whose last drift run ended so. */
    public StackQuery withDrift(DriftStatus status) {
        return with("drift_status", status.word());
    }

    private StackQuery with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(terms);
        more.put(name, value);
        return new StackQuery(more);
    }
}
