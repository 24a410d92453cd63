package dev.drift.aws.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/**
 * A provider that does what a test tells it: a process of its own that shakes hands and answers calls over gRPC. Told by the
 * variables it is started with, each of them optional:
 *
 * <ul>
 *   <li>{@link #PROTOCOL}: {@code 5} (as it is without) or {@code 6}.
 *   <li>{@link #START}: {@code handshake} (as it is without), {@code garbage} (prints a line that is none), {@code silence}
 *       (never shakes hands), {@code exit} (ends with exit code 3 before), {@code panic} (prints a panic with a secret, then
 *       ends with exit code 2), or a whole line to print as its handshake.
 *   <li>{@link #NOISE}: megabytes to print to the standard error before the handshake, and again with every call.
 *   <li>{@link #GRANDCHILD}: a file; starts a long {@code sleep} and writes its process id there before the handshake.
 *   <li>{@link #ENVIRONMENT}: a file; writes there what it was started with, a line {@code NAME=value} each.
 *   <li>{@link #JOURNAL}: a file; appends a line for every call, the name of the method, as soon as it comes in, and a line
 *       {@code cancelled NAME} when the caller gave up.
 *   <li>{@link #ANSWERS}: a folder. The bytes of the file {@code METHOD@TEXT} answer a call of that method whose request
 *       holds the text; else those of {@code METHOD}; without either the request itself is the answer. Read at every call.
 *   <li>{@link #CRASH}: a call whose request holds this text kills the process in the middle of it, exit code 2, after a
 *       panic on the standard error, as Go does.
 *   <li>{@link #CRASH_ONCE}: a file. As long as it exists, a call whose request holds the text in it kills the process in
 *       the same way, after it has deleted the file.
 *   <li>{@link #HANG}: a call whose request holds this text is never answered.
 *   <li>{@link #REFUSE}: a call whose request holds this text fails as unavailable ({@code not today}), the process lives
 *       on.
 * </ul>
 *
 * The method {@link #PROCESS} answers with the process id, as a text.
 *
 * <p>A text is looked for in the bytes of the request, so the name of a resource in a message will do; {@code *} is in all.
 */
public final class ScriptedProvider {

    public static final String PROTOCOL = "SCRIPT_PROTOCOL";
    public static final String START = "SCRIPT_START";
    public static final String NOISE = "SCRIPT_NOISE";
    public static final String GRANDCHILD = "SCRIPT_GRANDCHILD";
    public static final String ENVIRONMENT = "SCRIPT_ENVIRONMENT";
    public static final String JOURNAL = "SCRIPT_JOURNAL";
    public static final String ANSWERS = "SCRIPT_ANSWERS";
    public static final String CRASH = "SCRIPT_CRASH";
    public static final String CRASH_ONCE = "SCRIPT_CRASH_ONCE";
    public static final String HANG = "SCRIPT_HANG";
    public static final String REFUSE = "SCRIPT_REFUSE";

    /** A method of no real provider. */
    public static final String PROCESS = "TellProcessId";

    private ScriptedProvider() {}

    /** Writes the program into the folder under that name, such as {@code terraform-provider-aws_v5.100.0_x5}. */
    public static Path write(Path folder, String name) throws IOException {
        Path program = Files.createDirectories(folder).resolve(name);
        String command = ScriptedArchive.command().stream()
                .map("'%s'"::formatted)
                .collect(Collectors.joining(" ", "", " " + ScriptedProviderProcess.class.getName()));
        Files.writeString(program, "#!/bin/sh\nexec " + command + "\n", UTF_8);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
