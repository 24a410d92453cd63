package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.drift.observation.KnownSecrets;
import dev.drift.observation.ProbeException;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan that may leave the process: a plan JSON built anew from what is allowed to be in one (design 5.6). It says of
 * sensitive values that they are there, and so of their copies, of all constants in the code, and of whatever gives itself
 * away. It is not printed.
 *
 * @param document the text of the JSON document; its field {@code drift_left_out} says how many records of which section did
 *     not fit, and {@code complete} is false then
 * @param leftOut the same, by section
 * @param secrets what was sensitive in the plan, to find it in other texts about it
 */
public record SanitizedPlan(String document, Map<String, Integer> leftOut, KnownSecrets secrets) {

    /** What stands in place of a secret; the vendor's own word. */
    public static final String HIDDEN = "__terramate_redacted__";

    private static final int SMALLEST = 64 * 1024;

    /** For the names of sections and what lies around them. */
    private static final int RESERVE = 16 * 1024;

    public SanitizedPlan {
        requireNonNull(document, "document is null");
        leftOut = Map.copyOf(leftOut);
        requireNonNull(secrets, "secrets is null");
    }

    /**
     * Reads a plan three times: for what is sensitive, for what changes, and for the rest, which gets the room that the changes
     * leave. Changes come before objects that nothing happens to.
     *
     * @param source the plan JSON of {@code terraform show -json}
     * @param mostBytes how large the document may be, at least 64 KiB
     * @param known what is secret whatever the plan says of it
     * @throws ProbeException if it is no plan JSON
     */
    public static SanitizedPlan of(PlanJson.Source source, int mostBytes, Set<String> known) throws ProbeException {
        if (mostBytes < SMALLEST) {
            throw new IllegalArgumentException("A plan needs at least " + SMALLEST + " bytes, not " + mostBytes);
        }
        try {
            SecretSearch search = new SecretSearch(known);
            read(source, search::read);
            KnownSecrets secrets = search.secrets();
            Records records = new Records(search, new Cleaning(secrets));
            Room room = new Room(mostBytes - RESERVE);
            Map<String, String> sections = new LinkedHashMap<>();
            read(source, parser -> sections.putAll(new ChangesCopy(records, room).read(parser)));
            requirePlan(sections);
            read(source, parser -> sections.putAll(new StateCopy(records, room).read(parser)));
            return written(sections, room, secrets, mostBytes);
        } catch (IOException broken) {
            throw PlanDefect.reported(broken);
        }
    }

    private static SanitizedPlan written(Map<String, String> sections, Room room, KnownSecrets secrets, int mostBytes)
            throws IOException {
        if (!room.leftOut().isEmpty()) {
            sections.put("complete", "false");
            Map<String, Value> counts = new LinkedHashMap<>();
            room.leftOut().forEach((section, count) -> counts.put(section, Value.of(count)));
            sections.put("drift_left_out", Json.write(Value.of(counts)));
        }
        String document = sections.entrySet().stream()
                .map(section -> "\"" + section.getKey() + "\":" + section.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        if (document.length() > mostBytes || document.getBytes(UTF_8).length > mostBytes) {
            throw new PlanDefect("plan JSON is too large to be cut");
        }
        return new SanitizedPlan(document, room.leftOut(), secrets);
    }

    private static void requirePlan(Map<String, String> sections) throws IOException {
        if (!sections.containsKey("format_version")) {
            throw new PlanDefect("plan JSON names no format that is known");
        }
    }

    private static void read(PlanJson.Source source, Reading reading) throws IOException {
        try (InputStream bytes = source.open();
                JsonParser parser = PlanJson.parser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw PlanDefect.at(parser, "is no JSON object");
            }
            reading.read(parser);
        }
    }

    @Override
    public String toString() {
        return "sanitized plan of " + document.length() + " characters";
    }

    @FunctionalInterface
    private interface Reading {
        void read(JsonParser parser) throws IOException;
    }
}
