package dev.drift.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.aws.call.CallException.Kind;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

class RetryingTest {

    private final AtomicInteger attempts = new AtomicInteger();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(service(403, "AccessDenied", "no"), Kind.DENIED, 1),
                Arguments.of(service(400, "ExpiredTokenException", "old"), Kind.DENIED, 1),
                Arguments.of(SdkClientException.create("Unable to load credentials from any"), Kind.DENIED, 1),
                Arguments.of(service(404, "NoSuchKey", "gone"), Kind.MISSING, 1),
                Arguments.of(service(400, "ResourceNotFoundException", "gone"), Kind.MISSING, 1),
                Arguments.of(service(429, "", ""), Kind.THROTTLED, 3),
                Arguments.of(service(503, "SlowDown", "Reduce your request rate"), Kind.THROTTLED, 3),
                Arguments.of(service(400, "ThrottlingException", "Rate exceeded"), Kind.THROTTLED, 3),
                Arguments.of(service(500, "InternalError", "try again"), Kind.BROKEN, 3),
                Arguments.of(SdkServiceException.builder().statusCode(503).build(), Kind.BROKEN, 3),
                Arguments.of(service(400, "ValidationException", "bad"), Kind.BROKEN, 1),
                Arguments.of(service(301, "PermanentRedirect", "there"), Kind.BROKEN, 1),
                Arguments.of(client(new ConnectException("Connection refused")), Kind.UNREACHABLE, 3),
                Arguments.of(client(new SocketTimeoutException("Read timed out")), Kind.UNREACHABLE, 3),
                Arguments.of(ApiCallTimeoutException.create(60_000), Kind.UNREACHABLE, 1),
                Arguments.of(ApiCallAttemptTimeoutException.create(10_000), Kind.UNREACHABLE, 3),
                Arguments.of(AbortedException.create("interrupted"), Kind.UNREACHABLE, 1),
                Arguments.of(client(new NoSuchFileException("/token")), Kind.BROKEN, 1),
                Arguments.of(SdkClientException.create("Unable to unmarshall response"), Kind.BROKEN, 3),
                Arguments.of(new IllegalStateException("odd"), Kind.BROKEN, 1));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void triesAgainOnlyWhereThatCanHelp(Exception failure, Kind kind, int expected) {
        CallException thrown = failing(() -> {
            throw failure;
        });

        assertThat(thrown.kind()).isEqualTo(kind);
        assertThat(attempts).hasValue(expected);
        assertThat(thrown.reason()).startsWith("reading the state failed: ").doesNotContain("\n");
    }

    @Test
    void answersWhatTheFirstGoodAttemptAnswers() throws CallException {
        String answer = Retrying.calling("reading the state", () -> {
            if (attempts.incrementAndGet() < 3) {
                throw service(503, "SlowDown", "Reduce your request rate");
            }
            return "answer " + attempts.get();
        });

        assertThat(answer).isEqualTo("answer 3");
    }

    @Test
    void saysWhatTheServiceSaid() {
        CallException thrown = failing(() -> {
            throw service(403, "AccessDenied", "User: arn:aws:iam::111111111111:user/x may not\ns3:GetObject");
        });

        assertThat(thrown.reason())
                .isEqualTo("reading the state failed: status 403 AccessDenied: "
                        + "User: arn:aws:iam::111111111111:user/x may not s3:GetObject");
    }

    @Test
    void showsNoKeysThatAnAnswerEchoes() {
        String token = "eyJhbGciOi.eyJzdWIi.c2ln";
        String session = "FwoGZXIvYXdzEBYaDKzQ0dN3b4f7A6sD0CJ9F8fwQ1Zr";
        CallException thrown = failing(() -> {
            throw service(400, "Odd", "AKIAIOSFODNN7EXAMPLE " + session + " " + token + " " + "x ".repeat(4000));
        });

        assertThat(thrown.reason())
                .doesNotContain("AKIAIOSFODNN7EXAMPLE", session, token)
                .hasSizeLessThan(400);
    }

    @Test
    void anInterruptedThreadDoesNotTryAgainAndStaysInterrupted() {
        CallException thrown = failing(() -> {
            Thread.currentThread().interrupt();
            throw service(500, "InternalError", "try again");
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).hasValue(1);
        assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(thrown.reason()).endsWith("it was interrupted");
    }

    private CallException failing(Callable<String> call) {
        CallException thrown = catchThrowableOfType(
                CallException.class,
                () -> Retrying.calling("reading the state", () -> {
                    attempts.incrementAndGet();
                    return call.call();
                }));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private static AwsServiceException service(int status, String code, String message) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    private static SdkClientException client(Exception cause) {
        return SdkClientException.create("Unable to execute HTTP request", cause);
    }
}
