package dev.drift.aws.live;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose credentials a tool is started with, as far as environment and files tell without asking anybody. Credentials that are
 * renewed stay those of the same bearer; those of another account, role, token or container are another's. What cannot be told apart
 * is taken for another's.
 */
record Bearer(Map<String, String> environment) {

    private static final String KEY = "AWS_ACCESS_KEY_ID";
    private static final String CONFIGURATION = "AWS_CONFIG_FILE";
    private static final String CREDENTIALS = "AWS_SHARED_CREDENTIALS_FILE";
    private static final Pattern KEY_IN_FILE = Pattern.compile("\\s*aws_access_key_id\\s*=\\s*(\\S+)\\s*");
    /** What is another each time that credentials are renewed. */
    private static final Pattern SECRET_IN_FILE =
            Pattern.compile("\\s*(aws_secret_access_key|aws_session_token|aws_security_token)\\s*=.*");

    private static final Pattern PROGRAM = Pattern.compile("(?m)^\\s*credential_process\\s*=");
    private static final Pattern TOKEN_IN_FILE =
            Pattern.compile("(?m)^\\s*web_identity_token_file\\s*=\\s*(\\S.*?)\\s*$");
    private static final Path MACHINE = Path.of("/etc/machine-id");

    Bearer {
        environment = Map.copyOf(environment);
    }

    /** Whether only a program knows. */
    boolean isUnknown() {
        return !hasKeys() && PROGRAM.matcher(profiles()).find();
    }

    /** By names that no variable has. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put(" owner", owner(variable(KEY)));
        facts.put(" profiles", profiles());
        facts.put(" token", subject(read(variable("AWS_WEB_IDENTITY_TOKEN_FILE"))));
        TOKEN_IN_FILE
                .matcher(profiles())
                .results()
                .map(found -> found.group(1))
                .forEach(file -> facts.put(" token " + file, subject(read(file))));
        if (!hasKeys()) {
            facts.put(
                    " container",
                    variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                            + " " + variable("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                            + " " + subject(variable("AWS_CONTAINER_AUTHORIZATION_TOKEN"))
                            + " " + subject(read(variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"))));
            // The account of a machine that has credentials of its own is always the same.
            facts.put(" machine", read(MACHINE.toString()));
        }
        return facts;
    }

    /** Both files as they stand, without what is new in each renewed key. */
    private String profiles() {
        return (configured(CONFIGURATION, "config") + "\n" + configured(CREDENTIALS, "credentials"))
                .lines()
                .filter(line -> !SECRET_IN_FILE.matcher(line).matches())
                .map(Bearer::withOwner)
                .collect(Collectors.joining("\n"));
    }

    private static String withOwner(String line) {
        Matcher key = KEY_IN_FILE.matcher(line);
        return key.matches() ? "aws_access_key_id=" + owner(key.group(1)) : line.strip();
    }

    private String configured(String variable, String name) {
        String named = variable(variable);
        return named.isEmpty() ? read("~/.aws/" + name) : read(named);
    }

    private String read(String named) {
        if (named.isEmpty()) {
            return "";
        }
        try {
            String home = environment.getOrDefault("HOME", "/nonexistent");
            Path file = named.startsWith("~/") ? Path.of(home, named.substring(2)) : Path.of(named);
            return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException | InvalidPathException unreadable) {
            return "";
        }
    }

    /** Whom a token is about, and who says so; the token itself if it is none that says so. */
    private static String subject(String token) {
        String[] parts = token.strip().split("\\.", -1);
        try {
            Value claims = Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            Optional<String> subject = claims.field("sub").text();
            Optional<String> issuer = claims.field("iss").text();
            return subject.isPresent() && issuer.isPresent() ? issuer.get() + " " + subject.get() : token;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | JsonException noClaims) {
            return token;
        }
    }

    private static String owner(String key) {
        return new AccessKey(key).owner();
    }

    private boolean hasKeys() {
        return !variable(KEY).isEmpty();
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** The variables may be secrets, so they are not printed. */
    @Override
    public String toString() {
        return "bearer";
    }
}
