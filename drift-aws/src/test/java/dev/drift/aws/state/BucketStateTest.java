package dev.drift.aws.state;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.headRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.drift.aws.state.StateException.Kind;
import dev.drift.code.StateLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BucketStateTest {

    private static final Path STACK = Path.of("/estate/web");
    private static final String LOCKED = """
            {"ID": "1", "Operation": "OperationTypeApply", "Who": "anna@ci", "Created": "2026-11-23T04:05:06Z"}
            """;

    private final Bucket bucket = new Bucket();
    private final StateStore store = StateStore.with(
            new AwsConnections.Patience(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        store.close();
        bucket.close();
    }

    @Test
    void readsAState() throws StateException {
        bucket.holding(SampleStates.state(7));

        StateFacts facts = facts(bucket.location()).orElseThrow();

        assertThat(facts.version()).isEqualTo(new StateVersion(SampleStates.LINEAGE, 7));
        assertThat(facts.encrypted()).isFalse();
        assertThat(facts.toString()).doesNotContain(SampleStates.SECRET);
        assertThat(store.revision(bucket.location(), STACK, Bucket.KEYS)).contains(facts.revision());
        assertThat(bucket.asked()).containsExactly("GET " + Bucket.STATE, "HEAD " + Bucket.STATE);
    }

    @Test
    void anObjectThatDoesNotExistIsNoState() throws StateException {
        bucket.answering(Bucket.STATE, Bucket.noSuchKey());

        assertThat(facts(bucket.location())).isEmpty();
        assertThat(store.revision(bucket.location(), STACK, Bucket.KEYS)).isEmpty();
    }

    @Test
    void anEmptyObjectIsNoState() throws StateException {
        bucket.answering(Bucket.STATE, aResponse().withHeader("ETag", "\"e\""));

        assertThat(facts(bucket.location())).isEmpty();
    }

    static Stream<Arguments> failures() {
        String page = "<html>" + SampleStates.SECRET + "</html>";
        String truncated = SampleStates.state(7).substring(0, 200);
        return Stream.of(
                Arguments.of(Bucket.error(403, "AccessDenied", "Access Denied"), Kind.DENIED, 1),
                Arguments.of(aResponse().withStatus(403).withBody(page), Kind.DENIED, 1),
                Arguments.of(Bucket.error(404, "NoSuchBucket", "The bucket does not exist"), Kind.UNREACHABLE, 1),
                Arguments.of(aResponse().withStatus(404).withBody(page), Kind.UNREACHABLE, 1),
                Arguments.of(Bucket.error(301, "PermanentRedirect", "Elsewhere"), Kind.UNREACHABLE, 1),
                Arguments.of(Bucket.error(503, "SlowDown", "Reduce your request rate"), Kind.UNREACHABLE, 3),
                Arguments.of(aResponse().withStatus(429), Kind.UNREACHABLE, 3),
                Arguments.of(Bucket.error(500, "InternalError", "Try again"), Kind.UNREACHABLE, 3),
                Arguments.of(aResponse().withFault(Fault.EMPTY_RESPONSE), Kind.UNREACHABLE, 3),
                Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), Kind.UNREACHABLE, 3),
                Arguments.of(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), Kind.UNREACHABLE, 3),
                Arguments.of(aResponse().withFixedDelay(1500), Kind.UNREACHABLE, 3),
                Arguments.of(aResponse().withBody(page), Kind.UNUSABLE, 1),
                Arguments.of(aResponse().withBody(truncated), Kind.UNUSABLE, 1),
                Arguments.of(
                        aResponse().withHeader("Content-Length", "100000").withBody(truncated), Kind.UNREACHABLE, 3));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhyAStateCannotBeRead(ResponseDefinitionBuilder answer, Kind kind, int attempts) {
        bucket.answering(Bucket.STATE, answer);

        StateException thrown = failing(bucket.location(), Bucket.KEYS);

        assertThat(thrown.kind()).as(thrown.reason()).isEqualTo(kind);
        assertThat(thrown.reason()).doesNotContain("\n", SampleStates.SECRET, "AKIDEXAMPLE");
        // The JDK asks once more by itself where a connection breaks before an answer.
        assertThat(bucket.asked().size()).as(thrown.reason()).isBetween(attempts, 2 * attempts);
        if (attempts == 1) {
            assertThat(bucket.asked()).hasSize(1);
        }
    }

    @Test
    void anAnswerThatOnlyDripsIsGivenUp() {
        bucket.answering(
                Bucket.STATE, aResponse().withBody(SampleStates.state(7)).withChunkedDribbleDelay(100, 60_000));

        assertThat(failing(bucket.location(), Bucket.KEYS).reason()).endsWith("no answer came in time");
    }

    @Test
    void tryingAgainCanHelp() throws StateException {
        bucket.holding(SampleStates.state(7));
        bucket.server()
                .stubFor(get(urlPathEqualTo(Bucket.STATE))
                        .inScenario("slow")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(Bucket.error(503, "SlowDown", "Reduce your request rate"))
                        .willSetStateTo("better"));

        assertThat(facts(bucket.location())).isPresent();
        assertThat(bucket.asked()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"use_path_style, true", "force_path_style, true"})
    void theNameOfTheBucketIsPartOfThePathWhereTheCodeSaysSo(String setting, String value) throws StateException {
        bucket.holding(SampleStates.state(7));
        String byName = bucket.address().replace("127.0.0.1", "localhost");

        assertThat(facts(bucket.location("use_path_style", "", "endpoints.s3", byName, setting, value)))
                .isPresent();
    }

    @Test
    void theNameOfTheBucketIsPartOfTheHostElse() {
        bucket.holding(SampleStates.state(7));
        String byName = bucket.address().replace("127.0.0.1", "localhost");

        failing(bucket.location("use_path_style", "", "endpoints.s3", byName), Bucket.KEYS);

        assertThat(bucket.asked()).doesNotContain("GET " + Bucket.STATE);
    }

    @Test
    void theEnvironmentMayNameTheEndpointAndTheRegion() throws StateException {
        bucket.holding(SampleStates.state(7));
        Map<String, String> environment = new java.util.HashMap<>(Bucket.KEYS);
        environment.put("AWS_REGION", "eu-south-1");
        StateLocation location = bucket.location("endpoints.s3", "", "region", "");
        for (String variable : new String[] {"AWS_ENDPOINT_URL", "AWS_S3_ENDPOINT", "AWS_ENDPOINT_URL_S3"}) {
            environment.put(variable, bucket.address());
            assertThat(store.facts(location, STACK, environment)).isPresent();
            environment.put(variable, "http://127.0.0.1:1");
        }
        bucket.server().verify(3, getRequestedFor(anyUrl()).withHeader("Authorization", containing("/eu-south-1/s3/")));
    }

    @Test
    void withoutARegionNothingIsGuessed() {
        StateException thrown = failing(bucket.location("region", ""), Bucket.KEYS);

        assertThat(thrown.kind()).isEqualTo(Kind.UNDETERMINED);
        assertThat(thrown.reason()).contains("\"region\"");
    }

    @Test
    void aCustomerKeyGoesAlongWithEveryReading() throws StateException {
        bucket.holding(SampleStates.state(7)).answering(Bucket.LOCK, Bucket.noSuchKey());
        StateLocation location = bucket.location(
                "encrypt", "true",
                "use_lockfile", "true",
                "sse_customer_key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

        facts(location);
        store.revision(location, STACK, Bucket.KEYS);
        store.lock(location, STACK, Bucket.KEYS);

        String algorithm = "x-amz-server-side-encryption-customer-algorithm";
        String digest = "x-amz-server-side-encryption-customer-key-MD5";
        bucket.server().verify(2, getRequestedFor(anyUrl()).withHeader(algorithm, equalTo("AES256")));
        bucket.server().verify(1, headRequestedFor(anyUrl()).withHeader(digest, equalTo("hRasmdxgYDKV3nvbahU1MA==")));
    }

    @Test
    void aLockIsAnObjectBesideTheState() throws StateException {
        bucket.answering(Bucket.LOCK, aResponse().withBody(LOCKED));

        assertThat(store.lock(bucket.location("use_lockfile", "true"), STACK, Bucket.KEYS))
                .contains(new StateLock(
                        "1", "OperationTypeApply", "anna@ci", Optional.of(Instant.parse("2026-11-23T04:05:06Z"))));
    }

    @Test
    void withoutALockFileNobodyAsksForOne() throws StateException {
        assertThat(store.lock(bucket.location(), STACK, Bucket.KEYS)).isEmpty();
        assertThat(bucket.asked()).isEmpty();
    }

    @Test
    void aLockIsAnItemOfATable() throws StateException {
        bucket.answering(Bucket.LOCK, Bucket.noSuchKey())
                .answeringPosts(
                        aResponse()
                                .withHeader("Content-Type", "application/x-amz-json-1.0")
                                .withBody(
                                        "{\"Item\": {\"LockID\": {\"S\": \"x\"}, \"Info\": {\"S\": \"{\\\"Who\\\": \\\"bob@ci\\\"}\"}}}"));

        Optional<StateLock> lock = store.lock(withTable(), STACK, Bucket.KEYS);

        assertThat(lock).get().extracting(StateLock::who).isEqualTo("bob@ci");
        bucket.server()
                .verify(postRequestedFor(anyUrl())
                        .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.GetItem"))
                        .withRequestBody(matchingJsonPath("$.TableName", equalTo("locks")))
                        .withRequestBody(matchingJsonPath("$.ConsistentRead", equalTo("true")))
                        .withRequestBody(matchingJsonPath("$.Key.LockID.S", equalTo("states/prod/web.tfstate"))));
    }

    @Test
    void aTableWithoutTheItemHoldsNoLock() throws StateException {
        bucket.answering(Bucket.LOCK, Bucket.noSuchKey())
                .answeringPosts(aResponse().withBody("{}"));

        assertThat(store.lock(withTable(), STACK, Bucket.KEYS)).isEmpty();
    }

    @Test
    void aTableThatMayNotBeReadTellsNothing() {
        bucket.answering(Bucket.LOCK, Bucket.noSuchKey())
                .answeringPosts(aResponse()
                        .withStatus(400)
                        .withBody("{\"__type\": \"com.amazon#AccessDeniedException\", \"Message\": \"not you\"}"));

        StateException thrown =
                catchThrowableOfType(StateException.class, () -> store.lock(withTable(), STACK, Bucket.KEYS));

        assertThat(thrown.kind()).isEqualTo(Kind.DENIED);
    }

    @Test
    void connectionsAreSharedByAllStatesThatAreReachedTheSameWay() throws StateException {
        bucket.holding(SampleStates.state(7));
        AwsConnections connections = new AwsConnections(AwsConnections.Patience.STANDARD);
        StatePlace.InBucket one = place(bucket.location());
        StatePlace.InBucket other = place(bucket.location("key", "other", "dynamodb_table", "t"));
        StatePlace.InBucket elsewhere = place(bucket.location("region", "us-east-1"));

        assertThat(connections.to(one.access())).isSameAs(connections.to(other.access()));
        assertThat(connections.to(one.access()).s3())
                .isSameAs(connections.to(other.access()).s3());
        assertThat(connections.to(elsewhere.access())).isNotSameAs(connections.to(one.access()));
        connections.close();
    }

    @Test
    void aStoreThatIsClosedBeginsAnew() throws StateException {
        bucket.holding(SampleStates.state(7));
        assertThat(facts(bucket.location())).isPresent();
        store.close();

        assertThat(facts(bucket.location())).isPresent();
    }

    private StateLocation withTable() {
        return bucket.location(
                "use_lockfile", "true", "dynamodb_table", "locks", "endpoints.dynamodb", bucket.address());
    }

    private static StatePlace.InBucket place(StateLocation location) throws StateException {
        return (StatePlace.InBucket) StatePlace.of(location, STACK, Bucket.KEYS);
    }

    private Optional<StateFacts> facts(StateLocation location) throws StateException {
        return store.facts(location, STACK, Bucket.KEYS);
    }

    private StateException failing(StateLocation location, Map<String, String> environment) {
        StateException thrown =
                catchThrowableOfType(StateException.class, () -> store.facts(location, STACK, environment));
        assertThat(thrown).isNotNull();
        return thrown;
    }
}
