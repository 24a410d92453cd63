package dev.drift.terramate.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the JSON that a tool was asked for. OpenTofu prints warnings of its own configuration there, on standard
 * output and without a colour; nothing else is taken for one.
 *
 * @param text what the file begins with, up to the JSON if that is found
 */
record Leading(String text) {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern JSON = Pattern.compile("^\\{", Pattern.MULTILINE);
    private static final Pattern WARNING =
            Pattern.compile("\\s*([│╷|]?\\s*Warning: |There are some problems with the CLI).*");

    static Leading of(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            String beginning = new String(start.readNBytes(LONGEST), UTF_8);
            Matcher json = JSON.matcher(beginning);
            return new Leading(json.find() ? beginning.substring(0, json.start()) : beginning);
        }
    }

    /** Leaves the file as the tool would have printed it without warnings. */
    void cutWarnings(Path file) throws IOException, ProbeException {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (!WARNING.matcher(first).matches()) {
            return;
        }
        long bytes = text.getBytes(UTF_8).length;
        if (bytes >= Files.size(file)) {
            throw new ProbeException(ProbePhase.SHOW, "instead of the plan's JSON there are warnings only");
        }
        Path whole = file.resolveSibling(file.getFileName() + ".whole");
        Files.move(file, whole, StandardCopyOption.REPLACE_EXISTING);
        try (InputStream rest = Files.newInputStream(whole)) {
            rest.skipNBytes(bytes);
            Files.copy(rest, file);
        }
        Files.delete(whole);
    }
}
