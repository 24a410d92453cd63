package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Copies the sections of a plan that say what moved and what is planned, and the few facts about the plan itself. */
final class ChangesCopy {

    private static final Pattern VERSION = Pattern.compile("\\d[0-9A-Za-z.+-]{0,60}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{5,20}(Z|[+-]\\d\\d:\\d\\d)");
    private static final Value UNCHANGED = Value.of(List.of(Value.of("no-op")));

    private final Records records;
    private final Room room;
    private final Map<String, String> sections = new LinkedHashMap<>();

    ChangesCopy(Records records, Room room) {
        this.records = records;
        this.room = room;
    }

    /** Reads the whole document, the parser standing at its first token. */
    Map<String, String> read(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(section -> {
            switch (section) {
                case "format_version", "terraform_version" -> fact(section, parser, VERSION);
                case "timestamp" -> fact(section, parser, MOMENT);
                case "complete", "errored", "applyable" -> truth(section, parser);
                case "resource_drift", "resource_changes" ->
                    copied(section, parser, copy -> copy.list(records::change, ChangesCopy::isUrgent));
                case "deferred_changes" -> copied(section, parser, copy -> copy.list(records::deferred));
                case "output_changes" -> copied(section, parser, copy -> copy.map(records::output, this::shown));
                default -> {}
            }
        });
        return sections;
    }

    private void copied(String section, JsonParser parser, Copying copying) throws IOException {
        PlanCopy copy = new PlanCopy(parser, room, section);
        copying.into(copy);
        sections.put(section, copy.text());
    }

    private void fact(String name, JsonParser parser, Pattern known) throws IOException {
        String text = ValueReader.read(parser).text().orElse("");
        if (known.matcher(text).matches()) {
            sections.put(name, Json.write(Value.of(text)));
        }
    }

    private void truth(String name, JsonParser parser) throws IOException {
        if (ValueReader.read(parser) instanceof Value.Bool truth) {
            sections.put(name, truth.toString());
        }
    }

    private String shown(String name) {
        return records.cleaning().clean(Value.of(name)).toString();
    }

    /** Plans list every object, also those that nothing happens to. */
    private static boolean isUrgent(Value entry) {
        return !entry.field("change").field("actions").equals(UNCHANGED);
    }

    @FunctionalInterface
    private interface Copying {
        void into(PlanCopy copy) throws IOException;
    }
}
