package dev.drift.aws.shared;

import dev.drift.code.IacTool;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells a tool where providers listen, in the variable made for debugging them. Its entries are marked as tests, so that no tool
 * ends the process it finds behind one: that is this JVM.
 */
final class Reattachment {

    static final String VARIABLE = "TF_REATTACH_PROVIDERS";

    private static final List<String> HOSTS = List.of("registry.terraform.io", "registry.opentofu.org");

    private final IacTool tool;
    private final Map<String, Value> entries = new LinkedHashMap<>();

    Reattachment(IacTool tool) {
        this.tool = tool;
    }

    /** OpenTofu, which Terragrunt may run as well, looks for a provider without a host in its own registry. */
    void add(String source, int protocol, Path socket) {
        Value entry = Value.of(Map.of(
                "Protocol", Value.of("grpc"),
                "ProtocolVersion", Value.of(protocol),
                "Pid", Value.of(ProcessHandle.current().pid()),
                "Test", Value.of(true),
                "Addr", Value.of(Map.of("Network", Value.of("unix"), "String", Value.of(socket.toString())))));
        entries.put(source, entry);
        if (tool != IacTool.TERRAFORM) {
            twins(source).forEach(twin -> entries.putIfAbsent(twin, entry));
        }
    }

    String written() {
        return Json.write(Value.of(entries));
    }

    private static Stream<String> twins(String source) {
        String host = source.substring(0, source.indexOf('/') + 1);
        return HOSTS.stream()
                .filter(known -> HOSTS.contains(host.replace("/", "")))
                .map(known -> known + "/" + source.substring(host.length()));
    }
}
