package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Optional;

/** The document is no plan that can be read; the message is for people and quotes no value of the document. */
final class PlanDefect extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_KEY = 60;

    PlanDefect(String message) {
        super(message);
    }

    /** With the place the parser stands at. */
    static PlanDefect at(JsonParser parser, String what) {
        return new PlanDefect("plan JSON " + what + place(parser.currentTokenLocation()));
    }

    /** One object has a key twice, so that nobody can know which of the two was meant. */
    static PlanDefect twice(JsonParser parser, String key) {
        String shown = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "..." : key;
        return at(parser, "has the key \"" + shown + "\" twice in one object");
    }

    /** What stopped the reading, as the outcome of a look. */
    static ProbeException reported(IOException failure) {
        return new ProbeException(ProbePhase.READ, message(failure), failure);
    }

    private static String message(IOException failure) {
        if (failure instanceof PlanDefect) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof JsonEOFException eof) {
            return "plan JSON ends in the middle" + place(eof.getLocation());
        }
        if (failure instanceof StreamConstraintsException limit) {
            return "plan JSON goes beyond a limit: " + limit.getOriginalMessage();
        }
        if (failure instanceof CharConversionException) {
            return "plan JSON is not valid UTF-8";
        }
        if (failure instanceof JsonProcessingException broken) {
            boolean encoding = Optional.ofNullable(broken.getOriginalMessage())
                    .filter(text -> text.contains("UTF-8"))
                    .isPresent();
            return "plan JSON is " + (encoding ? "not valid UTF-8" : "no valid JSON") + place(broken.getLocation());
        }
        return "plan JSON cannot be read: " + failure.getMessage();
    }

    private static String place(JsonLocation location) {
        long offset = location.getByteOffset();
        return " at line " + location.getLineNr() + ", column " + location.getColumnNr()
                + (offset < 0 ? "" : " (byte " + offset + ")");
    }
}
