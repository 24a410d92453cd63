package dev.drift.it.estate;

import dev.drift.it.tools.Tethered;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The AWS provider of one stack, started once for an apply; a tool alone would start it for each of its four walks. */
final class AwaitingProvider implements AutoCloseable {

    private static final String VARIABLE = "TF_REATTACH_PROVIDERS";
    private static final Pattern ATTACH = Pattern.compile(VARIABLE + "='(\\{.*\\})'");

    private final Tethered process;
    private final Map<String, String> variables;

    private AwaitingProvider(Tethered process, Map<String, String> variables) {
        this.process = process;
        this.variables = variables;
    }

    /** Starts the one that a tool has installed for a stack. */
    static AwaitingProvider installed(Path data, Map<String, String> environment) throws IOException {
        Path program = program(data);
        Tethered process = Tethered.start(data.resolve("provider.log"), environment, ATTACH, program, "-debug");
        // It calls itself what Terraform calls it, but OpenTofu asks for it under the name of its own registry.
        String registry = data.relativize(program).getName(1).toString();
        return new AwaitingProvider(
                process, Map.of(VARIABLE, process.said().replace("registry.terraform.io", registry)));
    }

    /** What makes a tool use it. */
    Map<String, String> variables() {
        return variables;
    }

    @Override
    public void close() throws IOException {
        process.close();
    }

    private static Path program(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("providers"), FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("terraform-provider-aws"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no provider is installed in " + data));
        }
    }
}
