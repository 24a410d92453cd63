package dev.drift.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with a file that people review. To accept what the code writes now, run the test with
 * {@code -Ddrift.golden=write} and read the difference that git shows.
 */
public final class Golden {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** The text is, character by character, what the file {@code src/test/resources/golden/<name>} of the module holds. */
    public static void check(String name, String actual) {
        Path file = RESOURCES.resolve(name);
        try {
            if ("write".equals(System.getProperty("drift.golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual, UTF_8);
            }
            assertThat(actual)
                    .as("%s; to accept the new text, run this test with -Ddrift.golden=write", file)
                    .isEqualTo(Files.readString(file, UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "No golden file; run this test with -Ddrift.golden=write to make one", unreadable);
        }
    }
}
