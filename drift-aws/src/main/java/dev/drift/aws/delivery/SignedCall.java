package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.alert.AlertException;
import dev.drift.aws.call.CallException;
import dev.drift.aws.call.Retrying;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;

/**
 * One call of a service that takes one POST, signed. The clients of such services are larger than what is said to them.
 *
 * @param service the name of the service, by which it is found and signed for
 * @param region the region of what is called
 * @param reach as whom
 */
record SignedCall(String service, String region, Reach reach) {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Pattern CODE =
            Pattern.compile("<Code>([A-Za-z0-9.]+)</Code>|\"__type\"\\s*:\\s*\"(?:[^\"#]*#)?([A-Za-z0-9.]+)\"");

    /** The answer, after a bounded number of attempts. */
    String post(Map<String, String> headers, String body) throws AlertException {
        try (SdkHttpClient client = Reach.http().build()) {
            return Retrying.calling("telling " + service + " in " + region, () -> once(client, headers, body));
        } catch (CallException failed) {
            throw new AlertException(failed.reason(), failed);
        }
    }

    private String once(SdkHttpClient client, Map<String, String> headers, String body) throws IOException {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(address());
        headers.forEach(request::putHeader);
        SdkHttpRequest unsigned = request.build();
        ContentStreamProvider content = ContentStreamProvider.fromUtf8String(body);
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(reach.credentials().resolveCredentials())
                        .request(unsigned)
                        .payload(content)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        HttpExecuteResponse response = client.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElse(content))
                        .build())
                .call();
        String answer = text(response.responseBody());
        if (!response.httpResponse().isSuccessful()) {
            throw refused(response.httpResponse().statusCode(), answer);
        }
        return answer;
    }

    private URI address() {
        return reach.endpoint(service)
                .orElseGet(() -> URI.create("https://" + service + "." + region + "."
                        + Region.of(region).metadata().partition().dnsSuffix()));
    }

    private static String text(Optional<AbortableInputStream> body) throws IOException {
        if (body.isEmpty()) {
            return "";
        }
        try (InputStream stream = body.get()) {
            return new String(stream.readNBytes(LONGEST_ANSWER), UTF_8);
        }
    }

    private static AwsServiceException refused(int status, String answer) {
        Matcher found = CODE.matcher(answer);
        String code = !found.find() ? "" : found.group(1) != null ? found.group(1) : found.group(2);
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("")
                        .build())
                .build();
    }
}
