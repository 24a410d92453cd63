package dev.drift.aws.live;

import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a plan depends on beside the code and the state: the variables of Terraform and of AWS, those that the stack itself asks
 * for, the account, and the program that plans. Credentials are no part of it, as they are others in each run; whom they
 * belong to is.
 *
 * @param code what the code says
 * @param environment everything the tool is started with
 * @param asked the names of the variables that were leased to the stack
 * @param others what else there is, in words
 */
record Circumstances(StackCode code, Map<String, String> environment, Set<String> asked, String others) {

    private static final List<String> TELLING = List.of("TF_", "TOFU_", "AWS_");
    /** What steers a tool without changing what it plans, and what is another each time. */
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "TF_(LOG.*|REATTACH_PROVIDERS|DATA_DIR|PLUGIN_CACHE.*|IN_AUTOMATION"
                    + "|INPUT|CLI_CONFIG_FILE|TOKEN_.*|TEMP_DIR)|AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN"
                    + "|CREDENTIAL_EXPIRATION|WEB_IDENTITY_TOKEN_FILE|ROLE_SESSION_NAME|CONTAINER_.*|EXECUTION_ENV|LAMBDA_.*)");

    private static final Pattern HARMLESS =
            Pattern.compile("--?(parallelism|compact-warnings|concise|no-color|input|lock|lock-timeout)(=\\S*)?");

    Circumstances {
        environment = Map.copyOf(environment);
        asked = Set.copyOf(asked);
    }

    /** An argument that the tool is given through the environment and that makes a plan one of its own; empty if there is none. */
    Optional<String> oddArgument() {
        return List.of("TF_CLI_ARGS", "TF_CLI_ARGS_plan").stream()
                .filter(name -> Arrays.stream(
                                environment.getOrDefault(name, "").strip().split("\\s+"))
                        .anyMatch(word ->
                                !word.isEmpty() && !HARMLESS.matcher(word).matches()))
                .findFirst();
    }

    /** Whose credentials the tool is started with. */
    Bearer bearer() {
        return new Bearer(environment);
    }

    /** The same text in the same circumstances. It holds secrets, so it is to be sealed before it is kept. */
    String text() {
        Map<String, String> facts = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (isTelling(name)) {
                facts.put(name, value);
            }
        });
        facts.putAll(bearer().facts());
        facts.put(" tool", code.tool() + " " + sizeOfTool());
        facts.put(" others", others);
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.length())
                .append(':')
                .append(value)
                .append('\n'));
        return text.toString();
    }

    private boolean isTelling(String name) {
        return (asked.contains(name) || TELLING.stream().anyMatch(name::startsWith))
                && !SAYS_NOTHING.matcher(name).matches();
    }

    /** Another version of a tool has another size; when it was installed says nothing. */
    private long sizeOfTool() {
        String program = code.tool() == IacTool.TOFU ? "tofu" : "terraform";
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            try {
                Path file = Path.of(folder, program);
                if (Files.isExecutable(file)) {
                    return Files.size(file);
                }
            } catch (IOException | InvalidPathException notHere) {
                // The next folder may have it.
            }
        }
        return 0;
    }

    /** The variables may be secrets, so they are not printed. */
    @Override
    public String toString() {
        return "circumstances";
    }
}
