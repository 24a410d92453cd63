package dev.drift.terramate.cloud.changeset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads which state a plan file was made from. */
final class StateSerial {

    private static final JsonFactory JSON = new JsonFactory();

    private StateSerial() {}

    /** The serial of the state inside a plan file; empty if there is none to be found. */
    static OptionalLong of(Path planFile) {
        try (ZipFile zip = new ZipFile(planFile.toFile())) {
            Optional<ZipEntry> state = Optional.ofNullable(zip.getEntry("tfstate"));
            if (state.isEmpty()) {
                return OptionalLong.empty();
            }
            try (InputStream bytes = zip.getInputStream(state.get());
                    JsonParser parser = JSON.createParser(bytes)) {
                return serial(parser);
            }
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong serial(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return OptionalLong.empty();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = "serial".equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (found && value == JsonToken.VALUE_NUMBER_INT) {
                return OptionalLong.of(parser.getLongValue());
            }
            parser.skipChildren();
        }
        return OptionalLong.empty();
    }
}
