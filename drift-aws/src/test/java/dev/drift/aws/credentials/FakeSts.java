package dev.drift.aws.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Speaks the wire format of the Security Token Service. */
final class FakeSts implements AutoCloseable {

    static final String OWN_KEY = "AKIAOWNOWNOWNOWNOWN1";
    static final String OWN_SECRET = "own/secret+key/0123456789";
    static final String SESSION_SECRET = "session/secret+key/0123456789";
    static final String SESSION_TOKEN = "session-token-0123456789";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    FakeSts() {
        server.start();
        opens(OWN_KEY, "111111111111");
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** An environment with keys of account 111111111111, where STS is here and no file of this machine is read. */
    Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "HOME",
                "/nowhere",
                "AWS_ENDPOINT_URL_STS",
                url(),
                "AWS_ACCESS_KEY_ID",
                OWN_KEY,
                "AWS_SECRET_ACCESS_KEY",
                OWN_SECRET));
        all.putAll(more);
        return all;
    }

    /** Whoever asks for a role by either action gets these, which open the account. */
    FakeSts grants(String keyId, String account, Instant until) {
        server.stubFor(assuming("AssumeRole").willReturn(granted("AssumeRole", keyId, until)));
        server.stubFor(
                assuming("AssumeRoleWithWebIdentity").willReturn(granted("AssumeRoleWithWebIdentity", keyId, until)));
        return opens(keyId, account);
    }

    FakeSts opens(String keyId, String account) {
        return opens(keyId, account, "arn:aws:iam::" + account + ":user/u");
    }

    /** The keys open the account, as whoever has this ARN. */
    FakeSts opens(String keyId, String account, String arn) {
        server.stubFor(assuming("GetCallerIdentity")
                .withHeader("Authorization", containing("Credential=" + keyId + "/"))
                .willReturn(aResponse()
                        .withBody("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                                + "<GetCallerIdentityResult><Arn>" + arn + "</Arn><UserId>U"
                                + "</UserId><Account>" + account + "</Account></GetCallerIdentityResult>"
                                + "</GetCallerIdentityResponse>")));
        return this;
    }

    FakeSts answers(String action, ResponseDefinitionBuilder answer) {
        server.stubFor(assuming(action).willReturn(answer));
        return this;
    }

    /** Once this, then what was said before. */
    FakeSts answersOnce(String action, ResponseDefinitionBuilder answer) {
        server.stubFor(assuming(action)
                .inScenario(action)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("done")
                .willReturn(answer));
        return this;
    }

    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withBody(
                        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
                                + "<Code>" + code + "</Code><Message>" + message
                                + "</Message></Error></ErrorResponse>");
    }

    /** The parameters of every call of the action, with its Authorization header under that name. */
    List<Map<String, String>> calls(String action) {
        return server
                .findAll(postRequestedFor(urlEqualTo("/")).withRequestBody(containing("Action=" + action + "&")))
                .stream()
                .map(FakeSts::parameters)
                .toList();
    }

    int count(String action) {
        return calls(action).size();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MappingBuilder assuming(String action) {
        return post(urlEqualTo("/")).withRequestBody(containing("Action=" + action + "&"));
    }

    private static ResponseDefinitionBuilder granted(String action, String keyId, Instant until) {
        return aResponse()
                .withBody("<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action
                        + "Result><Credentials><AccessKeyId>" + keyId + "</AccessKeyId><SecretAccessKey>"
                        + SESSION_SECRET + "</SecretAccessKey><SessionToken>" + SESSION_TOKEN
                        + "</SessionToken><Expiration>" + until + "</Expiration></Credentials></" + action + "Result></"
                        + action + "Response>");
    }

    private static Map<String, String> parameters(LoggedRequest request) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : request.getBodyAsString().split("&", -1)) {
            String[] sides = pair.split("=", 2);
            parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        if (request.containsHeader("Authorization")) {
            parameters.put("Authorization", request.getHeader("Authorization"));
        }
        return parameters;
    }
}
