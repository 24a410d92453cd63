package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One module of {@code configuration}: the expressions of the resources asked for, and what is needed to resolve its variables.
 *
 * @param prefix the address of the module with a dot behind it; empty for the root
 * @param resources the expressions of resources, by configuration address
 * @param defaults the defaults of its variables
 * @param calls the modules it calls, by name
 */
record Configuration(
        String prefix, Map<String, Value> resources, Map<String, Value> defaults, Map<String, ModuleCall> calls) {

    /**
     * A call of a module.
     *
     * @param arguments the expressions handed in, by variable
     * @param module what is called
     */
    record ModuleCall(Value arguments, Configuration module) {}

    /** No code at all. */
    static final Configuration NONE = empty("");

    /** Reads the section, the parser standing at its first token; of its resources only those at the addresses. */
    static Configuration read(JsonParser parser, Set<String> addresses) throws IOException {
        Configuration root = empty("");
        ObjectReader.of(parser).forEach(name -> {
            if (name.equals("root_module")) {
                root.readModule(parser, addresses);
            }
        });
        return root;
    }

    private static Configuration empty(String prefix) {
        return new Configuration(prefix, new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private void readModule(JsonParser parser, Set<String> addresses) throws IOException {
        ObjectReader.of(parser).forEach(name -> {
            switch (name) {
                case "resources" -> ObjectReader.of(parser).forEachItem(() -> readResource(parser, addresses));
                case "module_calls" ->
                    ObjectReader.of(parser).forEach(call -> {
                        String inner = prefix + "module." + call + ".";
                        if (addresses.stream().anyMatch(address -> address.startsWith(inner))) {
                            calls.put(call, readCall(parser, inner, addresses));
                        }
                    });
                case "variables" -> ObjectReader.of(parser).forEach(variable -> readVariable(parser, variable));
                default -> {}
            }
        });
    }

    private static ModuleCall readCall(JsonParser parser, String prefix, Set<String> addresses) throws IOException {
        Configuration module = empty(prefix);
        Value[] arguments = {Value.ofNull()};
        ObjectReader.of(parser).forEach(name -> {
            switch (name) {
                case "expressions" -> arguments[0] = ValueReader.read(parser);
                case "module" -> module.readModule(parser, addresses);
                default -> {}
            }
        });
        return new ModuleCall(arguments[0], module);
    }

    private void readResource(JsonParser parser, Set<String> addresses) throws IOException {
        String[] address = {""};
        ObjectReader.of(parser).forEach(name -> {
            if (name.equals("address")) {
                address[0] = prefix + ValueReader.text(parser);
            } else if (name.equals("expressions") && addresses.contains(address[0])) {
                resources.put(address[0], ValueReader.read(parser));
            }
        });
        if (addresses.contains(address[0])) {
            resources.putIfAbsent(address[0], Value.of(Map.of()));
        }
    }

    private void readVariable(JsonParser parser, String variable) throws IOException {
        ObjectReader.of(parser).forEach(name -> {
            if (name.equals("default")) {
                defaults.put(variable, ValueReader.read(parser));
            }
        });
    }
}
