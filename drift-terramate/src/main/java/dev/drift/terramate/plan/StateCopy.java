package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies the sections of a plan that say what is there, what will be there and what the code says, as far as there is room. */
final class StateCopy {

    private final Records records;
    private final CodeRecords code;
    private final Room room;
    private final Map<String, String> sections = new LinkedHashMap<>();

    StateCopy(Records records, Room room) {
        this.records = records;
        this.code = new CodeRecords(records.cleaning());
        this.room = room;
    }

    /** Reads the whole document, the parser standing at its first token. */
    Map<String, String> read(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(section -> {
            PlanCopy copy = new PlanCopy(parser, room, section);
            if (room.isOpen() && isCopied(section, copy)) {
                sections.put(section, copy.text());
            }
        });
        sections.putIfAbsent("planned_values", "{\"root_module\":{}}");
        sections.putIfAbsent("configuration", "{\"root_module\":{}}");
        return sections;
    }

    private boolean isCopied(String section, PlanCopy copy) throws IOException {
        switch (section) {
            case "variables" -> copy.map(records::variable, this::shown);
            case "planned_values" -> copy.object(name -> values(name, copy));
            case "prior_state" -> copy.object(name -> priorState(name, copy));
            case "configuration" -> copy.object(name -> configuration(name, copy));
            case "relevant_attributes" -> copy.list(this::relevant);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean priorState(String name, PlanCopy copy) throws IOException {
        if (name.equals("values")) {
            copy.object(inner -> values(inner, copy));
            return true;
        }
        return (name.equals("format_version") || name.equals("terraform_version"))
                && copy.value(records.cleaning()::clean);
    }

    private boolean values(String name, PlanCopy copy) throws IOException {
        if (name.equals("outputs")) {
            copy.map(records::known, this::shown);
            return true;
        }
        if (name.equals("root_module")) {
            copy.object(inner -> module(inner, copy));
            return true;
        }
        return false;
    }

    private boolean module(String name, PlanCopy copy) throws IOException {
        switch (name) {
            case "resources" -> copy.list(records::object);
            case "child_modules" -> copy.containers(() -> copy.object(inner -> module(inner, copy)));
            case "address" -> copy.value(records.cleaning()::clean);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean configuration(String name, PlanCopy copy) throws IOException {
        if (name.equals("provider_config")) {
            copy.map((provider, config) -> code.provider(config), this::shown);
            return true;
        }
        if (name.equals("root_module")) {
            copy.object(inner -> code(inner, copy));
            return true;
        }
        return false;
    }

    private boolean code(String name, PlanCopy copy) throws IOException {
        switch (name) {
            case "outputs" -> copy.map((output, config) -> code.output(config), this::shown);
            case "resources" -> copy.list(code::resource);
            case "variables" -> copy.map(code::variable, this::shown);
            case "module_calls" -> copy.namedContainers(() -> copy.object(inner -> call(inner, copy)), this::shown);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean call(String name, PlanCopy copy) throws IOException {
        switch (name) {
            case "source", "version_constraint", "depends_on" -> copy.value(records.cleaning()::clean);
            case "expressions", "count_expression", "for_each_expression" -> copy.value(code::expression);
            case "module" -> copy.object(inner -> code(inner, copy));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Value relevant(Value attribute) {
        return Allowed.of(attribute, records.cleaning())
                .plain("resource", "attribute")
                .value();
    }

    private String shown(String name) {
        return records.cleaning().clean(Value.of(name)).toString();
    }
}
