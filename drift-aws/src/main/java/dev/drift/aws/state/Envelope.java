package dev.drift.aws.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A state that OpenTofu encrypted.
 *
 * @param format the version of the envelope, as it says
 * @param facts what each key provider wrote down to find the key again, by its address or alias
 * @param sealed the encrypted bytes; empty where they are too many to be decrypted in memory
 */
record Envelope(String format, Map<String, Value> facts, Optional<byte[]> sealed) {

    /** Decryption needs all of it at once, and a few copies. */
    private static final long LARGEST =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 10);

    private static final int MOST_FACTS = 100;

    Envelope {
        facts = Map.copyOf(facts);
    }

    /** Neither bytes nor facts are printed. */
    @Override
    public String toString() {
        return "encrypted state " + format;
    }

    /** Collects the fields of an envelope as they come. */
    static final class Builder {

        private String format = "";
        private final Map<String, Value> facts = new HashMap<>();
        private final BoundedBytes sealed = new BoundedBytes();

        /** Reads the value the parser stands at. */
        void read(String field, JsonParser parser) throws IOException, StateException {
            if (field.equals("meta") && parser.currentToken() == JsonToken.START_OBJECT) {
                readFacts(parser);
            } else if (field.equals("encrypted_data") && parser.currentToken() == JsonToken.VALUE_STRING) {
                parser.readBinaryValue(sealed);
            } else if (field.equals("encryption_version") && parser.currentToken() == JsonToken.VALUE_STRING) {
                format = parser.getText();
            } else {
                parser.skipChildren();
            }
        }

        /** The envelope; empty where the state says nothing of one. */
        Optional<Envelope> build() {
            return format.isEmpty() ? Optional.empty() : Optional.of(new Envelope(format, facts, sealed.bytes()));
        }

        private void readFacts(JsonParser parser) throws IOException, StateException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING || facts.size() == MOST_FACTS) {
                    throw StateReader.unusable("is encrypted in a way that makes no sense");
                }
                try {
                    facts.put(name, Json.read(new String(parser.getBinaryValue(), StandardCharsets.UTF_8)));
                } catch (JsonException broken) {
                    throw StateReader.unusable("is encrypted in a way that makes no sense");
                }
            }
        }
    }

    /** Keeps what it is given as long as it is not too much. */
    private static final class BoundedBytes extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean tooMany;

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            if (tooMany || kept.size() + (long) length > LARGEST) {
                tooMany = true;
                kept.reset();
            } else {
                kept.write(some, offset, length);
            }
        }

        Optional<byte[]> bytes() {
            return tooMany ? Optional.empty() : Optional.of(kept.toByteArray());
        }
    }
}
