package dev.drift.it.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What goes back over the wire; an XML text starts with an angle bracket. */
record Reply(int status, String body) {

    Reply {
        requireNonNull(body, "body is null");
    }

    /** An error in the words of the service that was asked: there are three dialects. */
    static Reply error(Request request, int status, String code, String message) {
        String body = switch (request.service()) {
            case "ec2" ->
                "<Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors><RequestID>1</RequestID></Response>";
            case "iam", "sns", "sts" ->
                "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>1</RequestId></ErrorResponse>";
            default -> "{\"__type\":\"%s\",\"message\":\"%s\"}";
        };
        return new Reply(status, body.formatted(code, message));
    }

    /** Writes everything at once: two small packets would wait for each other. */
    void writeTo(OutputStream out) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "HTTP/1.1 %d Said\r\nContent-Type: %s\r\nContent-Length: %d\r\nx-amzn-RequestId: 1\r\n\r\n"
                .formatted(status, body.startsWith("<") ? "text/xml" : "application/x-amz-json-1.1", bytes.length);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(head.getBytes(UTF_8));
        message.write(bytes);
        message.writeTo(out);
        out.flush();
    }
}
