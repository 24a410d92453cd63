package dev.drift.it.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.RealTools;
import dev.drift.it.tools.Workplace;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeAwsTest {

    private FakeAws account;

    @BeforeEach
    void start() throws Exception {
        account = FakeAws.start();
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    @Test
    void terraformSeesNoChangeButTheOneThatWasMade() throws Exception {
        Path folder = Files.createTempDirectory("uniform");
        try {
            Map<String, String> environment =
                    Workplace.prepare(folder).environment(account.endpoint(), account.endpoint());
            UniformEstate estate = UniformEstate.write(folder, 1, 2, environment);
            estate.initialise();
            account.change("s0002", "desired_count", "3");

            String plan = Command.of(RealTools.terraform(), "plan", "-input=false", "-lock=false", "-no-color")
                    .in(estate.stack(1))
                    .with(environment)
                    .output();

            assertThat(plan)
                    .containsPattern("desired_count +\\Q= 3 -> 2\\E")
                    .contains("# aws_ecs_service.s0002 will be updated")
                    .contains("Plan: 0 to add, 1 to change, 0 to destroy.");
        } finally {
            FileTree.remove(folder);
        }
        assertThat(account.calls()).containsEntry("ssm.GetParameter", 2L).hasSize(21);
    }

    @Test
    void refusesToBeWrittenTo() throws Exception {
        HttpResponse<String> answer = send("ssm", "AmazonSSM.PutParameter", "{\"Name\":\"/parameter-s0001\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("nobody may call ssm.PutParameter");
    }

    @Test
    void failsForOneSetOnlyAndEachFaultInItsOwnWay() throws Exception {
        account.fail("s0001", Fault.DENIED);
        account.fail("s0002", Fault.THROTTLED);
        account.fail("s0003", Fault.BROKEN);
        account.fail("s0004", Fault.GARBAGE);

        assertThat(parameter("s0001").statusCode()).isEqualTo(403);
        assertThat(parameter("s0002").statusCode()).isEqualTo(429);
        assertThat(parameter("s0003").statusCode()).isEqualTo(500);
        assertThat(parameter("s0004").body()).doesNotContain("{");
        assertThat(parameter("s0005").body()).contains("\"Value\":\"blue\"");
    }

    @Test
    void answersWhatItHeldOnceItIsHealed() throws Exception {
        account.fail("s0001", Fault.SILENT);
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                .sendAsync(
                        request("ssm", "AmazonSSM.GetParameter", "{\"Name\":\"/parameter-s0001\"}"),
                        HttpResponse.BodyHandlers.ofString());
        Awaitility.await().until(() -> account.held().size() == 1);

        account.heal();

        assertThat(answer.get().body()).contains("\"Value\":\"blue\"");
        assertThat(account.held()).isEmpty();
    }

    @Test
    void isGoneOnceItIsClosed() throws Exception {
        account.close();

        assertThatThrownBy(() -> parameter("s0001")).isInstanceOf(ConnectException.class);
    }

    private HttpResponse<String> parameter(String set) throws Exception {
        return send("ssm", "AmazonSSM.GetParameter", "{\"Name\":\"/parameter-%s\"}".formatted(set));
    }

    private HttpResponse<String> send(String service, String target, String body) throws Exception {
        return HttpClient.newHttpClient().send(request(service, target, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String service, String target, String body) {
        return HttpRequest.newBuilder(URI.create(account.endpoint() + "/"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=a/20260101/eu-central-1/%s/x".formatted(service))
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
