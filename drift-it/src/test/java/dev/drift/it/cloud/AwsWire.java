package dev.drift.it.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls to services whose SDK module would only be here for one call each. The signature is empty: moto reads service
 * and region from it and checks nothing.
 */
final class AwsWire {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI endpoint;

    AwsWire(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** One call of EC2's query protocol; the answer is its XML. */
    String ec2(String region, String action, Map<String, String> parameters) throws IOException {
        Map<String, String> form = new TreeMap<>(parameters);
        form.put("Action", action);
        form.put("Version", "2016-11-15");
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return send(request("ec2", region, "application/x-www-form-urlencoded", body));
    }

    /** One call of the JSON protocol, its operation named as in {@code AmazonSSM.PutParameter}. */
    String json(String service, String region, String operation, String body) throws IOException {
        return send(request(service, region, "application/x-amz-json-1.1", body).header("X-Amz-Target", operation));
    }

    private HttpRequest.Builder request(String service, String region, String type, String body) {
        return HttpRequest.newBuilder(endpoint.resolve("/"))
                .header("Content-Type", type)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=0"
                                .formatted(region, service))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
