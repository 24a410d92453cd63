package dev.drift.aws.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.drift.aws.state.StateException.Kind;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a state from a stream, one token at a time. What is not needed is skipped without being kept, so the memory it takes
 * does not depend on the size of the state.
 */
final class StateReader {

    private static final long FORMAT = 4;
    private static final long LARGEST = 4L << 30;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_LINEAGE = 200;
    private static final int DEEPEST = 1000;

    /** Names are not kept for the next document: those in the maps of a state are as many as somebody writes. */
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LARGEST)
                    .maxNameLength(LONGEST_TEXT)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private final JsonParser parser;
    private final ResourceTally tally;
    private final Envelope.Builder envelope = new Envelope.Builder();
    private Optional<Long> format = Optional.empty();
    private Optional<Long> serial = Optional.empty();
    private String lineage = "";
    private String toolVersion = "";

    private StateReader(JsonParser parser, Visit visit) {
        this.parser = parser;
        this.tally = new ResourceTally(visit);
    }

    /**
     * What the stream holds, whose objects are shown on the way; empty if it holds nothing, which the tools take for no state.
     *
     * @throws StateException if it holds something else than a state
     * @throws IOException if the stream cannot be read
     */
    static Optional<ReadState> read(InputStream stream, Visit visit) throws IOException, StateException {
        try (JsonParser parser = JSON.createParser(stream)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Optional.empty();
            }
            if (first != JsonToken.START_OBJECT) {
                throw unusable("is no JSON object");
            }
            return Optional.of(new StateReader(parser, visit).readObject());
        } catch (JsonEOFException early) {
            throw unusable("ends early");
        } catch (StreamConstraintsException beyond) {
            throw unusable("is nested deeper, or has longer texts, than is read");
        } catch (JsonProcessingException | CharConversionException broken) {
            throw unusable("is no JSON");
        }
    }

    static StateException unusable(String what) {
        return new StateException(Kind.UNUSABLE, "the state " + what);
    }

    private ReadState readObject() throws IOException, StateException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            readField(name);
        }
        if (parser.nextToken() != null) {
            throw unusable("goes on behind its end");
        }
        Optional<Envelope> sealed = envelope.build();
        if (sealed.isEmpty()) {
            requireFormat();
        }
        return new ReadState(
                new StateVersion(lineage, serial.orElseThrow(() -> unusable("has no serial"))),
                toolVersion,
                tally.content(),
                sealed);
    }

    private void readField(String name) throws IOException, StateException {
        switch (name) {
            case "version" -> format = Optional.of(number(name));
            case "serial" -> serial = Optional.of(number(name));
            case "lineage" -> lineage = text(name);
            case "terraform_version" -> toolVersion = text(name);
            case "resources" -> tally.read(parser);
            case "meta", "encrypted_data", "encryption_version" -> envelope.read(name, parser);
            default -> parser.skipChildren();
        }
    }

    private void requireFormat() throws StateException {
        long written = format.orElseThrow(() -> unusable("does not say its format version"));
        if (written != FORMAT) {
            throw unusable("has format version " + written + ", and only " + FORMAT + " is read");
        }
    }

    private long number(String name) throws IOException, StateException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() < 0) {
            throw unusable("has a " + name + " that is no number");
        }
        return parser.getLongValue();
    }

    private String text(String name) throws IOException, StateException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw unusable("has a " + name + " that is no text");
        }
        String text = parser.getText();
        if (text.length() > LONGEST_LINEAGE || text.chars().anyMatch(Character::isISOControl)) {
            throw unusable("has a " + name + " that makes no sense");
        }
        return text;
    }
}
