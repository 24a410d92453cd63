package dev.drift.cli.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** STS and S3 in one place: roles named {@code denied} cannot be taken, buckets named {@code closed} cannot be read. */
final class FakeCloud implements AutoCloseable {

    private static final String ACCOUNT = "111111111111";
    private static final Pattern ACTION = Pattern.compile("Action=(\\w+)");

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeCloud() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Variables of somebody who is signed in here. */
    Map<String, String> environment() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "HOME", "/nowhere",
                "AWS_ENDPOINT_URL", address,
                "AWS_ACCESS_KEY_ID", "AKIAOWNOWNOWNOWNOWN1",
                "AWS_SECRET_ACCESS_KEY", "own/secret+key/0123456789",
                "AWS_REGION", "eu-central-1");
    }

    /** Every request: {@code GET /open/web.tfstate} or {@code AssumeRole}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Matcher action = ACTION.matcher(body);
        String path = exchange.getRequestURI().getPath();
        asked.add(action.find() ? action.group(1) : exchange.getRequestMethod() + " " + path);
        if (body.contains("Action=GetCallerIdentity")) {
            send(
                    exchange,
                    200,
                    "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>" + ACCOUNT
                            + "</Account><Arn>arn:aws:iam::" + ACCOUNT + ":user/u</Arn></GetCallerIdentityResult>"
                            + "</GetCallerIdentityResponse>");
        } else if (body.contains("Action=AssumeRole")) {
            boolean denied = body.contains("denied");
            send(
                    exchange,
                    denied ? 403 : 200,
                    denied ? "<ErrorResponse>" + error("AccessDenied") + "</ErrorResponse>" : session());
        } else {
            boolean closed = path.startsWith("/closed");
            send(exchange, closed ? 403 : 404, error(closed ? "AccessDenied" : "NoSuchKey"));
        }
    }

    private static String session() {
        return "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA1</AccessKeyId>"
                + "<SecretAccessKey>session/secret</SecretAccessKey><SessionToken>token</SessionToken>"
                + "<Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";
    }

    private static String error(String code) {
        return "<Error><Code>" + code + "</Code><Message>no</Message></Error>";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
