package dev.drift.aws.shared;

import static dev.drift.aws.wire.SchemaMessages.attribute;
import static dev.drift.aws.wire.SchemaMessages.block;
import static dev.drift.aws.wire.SchemaMessages.entry;
import static dev.drift.aws.wire.SchemaMessages.schema;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.aws.testing.ScriptedProvider;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.code.CodeDigest;
import dev.drift.code.CodeReader;
import dev.drift.code.IacTool;
import dev.drift.code.IgnoreChanges;
import dev.drift.code.ProviderLock;
import dev.drift.code.ProviderUse;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A stack whose provider is a scripted one, installed and locked as a tool would do it. */
public final class SharedScene {

    public static final String SOURCE = "registry.terraform.io/hashicorp/aws";
    public static final String VERSION = "5.100.0";

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();
    private StateTypes stateTypes = (stack, code, variables) -> Optional.of(Set.of("aws_sqs_queue"));

    public SharedScene(Path root) throws IOException {
        this.root = root;
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", Files.createDirectories(root.resolve("home")).toString());
        environment.put(ScriptedProvider.ANSWERS, answers().toString());
        environment.put(ScriptedProvider.JOURNAL, root.resolve("journal").toString());
        environment.put(ScriptedProvider.CRASH_ONCE, root.resolve("crash-once").toString());
        Files.createDirectories(answers());
        ScriptedProvider.write(packageFolder(), "terraform-provider-aws_v" + VERSION + "_x5");
        answer("GetSchema", schemaOf("aws_sqs_queue", "aws_vpc"));
        answer("GetResourceIdentitySchemas", new byte[0]);
        answer("PrepareProviderConfig", new byte[0]);
        answer("Stop", new byte[0]);
    }

    public static byte[] schemaOf(String... types) {
        byte[] thing = schema(block(
                        attribute("id", "\"string\"", 5, 6),
                        attribute("name", "\"string\"", 5),
                        attribute("size", "\"number\"", 5))
                .toBytes());
        MessageWriter answer = new MessageWriter().bytes(1, schema(block().toBytes()));
        for (String type : types) {
            answer.bytes(2, entry(type, thing));
        }
        return answer.toBytes();
    }

    public SharedScene with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public SharedScene asking(StateTypes types) {
        stateTypes = types;
        return this;
    }

    /** Makes the provider answer a method like this, from now on. */
    public void answer(String method, byte[] answer) throws IOException {
        Files.write(answers().resolve(method), answer);
    }

    /** Makes the next call that holds the text kill the provider. */
    public void crashOnce(String text) throws IOException {
        Files.writeString(root.resolve("crash-once"), text);
    }

    /** The methods that reached a provider. */
    public List<String> journal() throws IOException {
        Path journal = root.resolve("journal");
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    public Path cache() {
        return root.resolve("cache");
    }

    public Path directory() throws IOException {
        return Files.createDirectories(root.resolve("estate/stacks/web"));
    }

    public Stack stack() {
        return new Stack(
                StackPath.of("/stacks/web"), Optional.empty(), "web", "", List.of(), root.resolve("estate/stacks/web"));
    }

    public SharedProviders source() {
        return source(directory -> code());
    }

    public SharedProviders source(CodeReader reader) {
        return SharedProviders.over(EnvironmentSource.ambient(), reader, settings());
    }

    public SharedSettings settings() {
        return SharedSettings.standard().in(environment).cachingIn(cache()).asking(stateTypes);
    }

    public static EnvironmentLease lease(EnvironmentSource source, Stack stack) {
        try {
            return source.lease(stack);
        } catch (dev.drift.observation.ProbeException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** Code that uses the provider, and locks what is installed. */
    public StackCode code() {
        return code(IacTool.TERRAFORM, Optional.of(new ProviderLock(VERSION, Set.of(hash()))), IgnoreChanges.NONE);
    }

    public static StackCode code(IacTool tool, Optional<ProviderLock> lock, IgnoreChanges ignores) {
        return code(tool, ignores, new ProviderUse(SOURCE, Optional.empty(), lock, Map.of()));
    }

    public static StackCode code(IacTool tool, IgnoreChanges ignores, ProviderUse... uses) {
        return new StackCode(
                tool,
                new StateLocation.Backend("local", Map.of(), "default"),
                List.of(uses),
                Set.of("aws_sqs_queue"),
                ignores,
                CodeDigest.of("0"));
    }

    /** The hash of the installed package as lock files have it: over a sorted list of digests and names. */
    private String hash() {
        try {
            Path program = packageFolder().resolve("terraform-provider-aws_v" + VERSION + "_x5");
            String line =
                    HexFormat.of().formatHex(sha256(Files.readAllBytes(program))) + "  " + program.getFileName() + "\n";
            return "h1:" + Base64.getEncoder().encodeToString(sha256(line.getBytes(UTF_8)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    private Path answers() {
        return root.resolve("answers");
    }

    private Path packageFolder() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return directory()
                .resolve(".terraform/providers")
                .resolve(SOURCE)
                .resolve(VERSION)
                .resolve(system + "_" + machine);
    }
}
