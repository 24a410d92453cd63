package dev.drift.terramate.cloud.wire;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** What came back. Never more of it is read than anything known needs. */
final class Answer {

    private static final long LONGEST = 64L * 1024 * 1024;
    private static final long LONGEST_EXPLANATION = 16L * 1024;
    private static final int NO_CONTENT = 204;

    private final Exchange exchange;
    private final Response response;

    Answer(Exchange exchange, Response response) {
        this.exchange = exchange;
        this.response = response;
    }

    /** The JSON of a success. */
    Value json() throws FailedAttempt, IOException {
        requireSuccess();
        MediaType type = body().contentType();
        if (response.code() == NO_CONTENT || type == null || !type.subtype().equals("json")) {
            throw exchange.garbled("with " + (type == null ? "nothing" : "text that is no JSON"));
        }
        String text = text(LONGEST);
        if (text.length() >= LONGEST || !body().source().exhausted()) {
            throw exchange.garbled("with more than can be read");
        }
        try {
            return Json.read(text);
        } catch (JsonException broken) {
            throw exchange.garbled("with broken JSON: " + broken.getMessage());
        }
    }

    /** A success, whatever it says. */
    Value accepted() throws FailedAttempt, IOException {
        requireSuccess();
        return Value.ofNull();
    }

    private void requireSuccess() throws FailedAttempt, IOException {
        if (!response.isSuccessful()) {
            throw exchange.refused(response.code(), response.header("Retry-After"), text(LONGEST_EXPLANATION));
        }
    }

    private String text(long most) throws IOException {
        body().source().request(most);
        long there = Math.min(most, body().source().getBuffer().size());
        return body().source().readString(there, StandardCharsets.UTF_8);
    }

    private ResponseBody body() throws IOException {
        ResponseBody body = response.body();
        if (body == null) {
            throw new IOException("there is no body");
        }
        return body;
    }
}
