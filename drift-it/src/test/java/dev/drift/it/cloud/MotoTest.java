package dev.drift.it.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotoTest {

    @TempDir
    private Path folder;

    @Test
    void refusesOneObjectForwardsTheOthersAndEnds() throws Exception {
        URI account;
        try (Moto moto = Moto.start(folder.resolve("moto.log"));
                RefusingProxy proxy = RefusingProxy.before(moto.endpoint());
                StateBucket states = StateBucket.create(proxy.endpoint(), "states")) {
            account = moto.endpoint();
            put(proxy.endpoint().resolve("/states/open"));
            put(proxy.endpoint().resolve("/states/closed"));
            proxy.refuse("states", "closed");

            assertThat(status(proxy.endpoint().resolve("/states/open"), "GET")).isEqualTo(200);
            assertThat(status(proxy.endpoint().resolve("/states/open"), "HEAD")).isEqualTo(200);
            assertThat(status(proxy.endpoint().resolve("/states/closed"), "GET"))
                    .isEqualTo(403);
            assertThat(status(proxy.endpoint().resolve("/states/closed"), "HEAD"))
                    .isEqualTo(403);
            assertThat(status(moto.endpoint().resolve("/states/closed"), "GET")).isEqualTo(200);
            assertThat(states.everythingEverWritten().keySet())
                    .hasSize(2)
                    .anyMatch(object -> object.startsWith("open "))
                    .anyMatch(object -> object.startsWith("closed "));
        }
        assertThatThrownBy(() -> status(account, "GET")).isInstanceOf(ConnectException.class);
    }

    private static void put(URI object) throws Exception {
        send(HttpRequest.newBuilder(object).PUT(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private static int status(URI object, String method) throws Exception {
        return send(HttpRequest.newBuilder(object).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static int send(HttpRequest.Builder request) throws Exception {
        request.header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/s3/aws4_request");
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
