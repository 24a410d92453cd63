package dev.drift.it.equality;

import static java.util.Objects.requireNonNull;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static net.javacrumbs.jsonunit.core.ConfigurationWhen.path;
import static net.javacrumbs.jsonunit.core.ConfigurationWhen.then;
import static net.javacrumbs.jsonunit.core.Option.IGNORING_ARRAY_ORDER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.observation.EnvironmentLease;

/**
 * The same plan, made twice.
 *
 * @param alone by the tool with providers of its own
 * @param shared under the lease
 */
record BothWays(JsonNode alone, JsonNode shared, EnvironmentLease lease) {

    private static final ObjectMapper JSON = new ObjectMapper();

    BothWays {
        requireNonNull(alone, "alone is null");
        requireNonNull(shared, "shared is null");
        requireNonNull(lease, "lease is null");
    }

    static BothWays of(String alone, String shared, EnvironmentLease lease) throws JsonProcessingException {
        return new BothWays(JSON.readTree(alone), JSON.readTree(shared), lease);
    }

    /** Value for value, except the time, and that the tool shuffles the list of what is relevant. */
    void requireEqual() {
        assertThatJson(shared)
                .whenIgnoringPaths("timestamp")
                .when(path("relevant_attributes"), then(IGNORING_ARRAY_ORDER))
                .isEqualTo(alone);
    }
}
