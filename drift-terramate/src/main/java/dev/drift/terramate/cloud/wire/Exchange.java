package dev.drift.terramate.cloud.wire;

import dev.drift.config.Secret;
import dev.drift.diagnosis.Secrets;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, as it is spoken of when it fails.
 *
 * @param host the server, with its port if that is named
 * @param request what was asked
 * @param credential what kind of credential proves who asks
 * @param authorization what must not be repeated to anybody
 * @param settings how patient to be
 */
record Exchange(
        String host, CloudRequest request, String credential, Optional<Secret> authorization, WireSettings settings) {

    private static final int LONGEST_EXPLANATION = 200;

    /** No answer came. */
    FailedAttempt broken(IOException broken, boolean hasLeft) {
        boolean slow = broken instanceof SocketTimeoutException || isOutOfTime(broken);
        CloudException told = slow
                ? new CloudException(CloudFault.TIMED_OUT, host + " did not answer " + request + " in time", broken)
                : new CloudException(
                        CloudFault.UNREACHABLE,
                        host + " cannot be reached for " + request + ": " + why(broken),
                        broken);
        boolean interrupted = Thread.currentThread().isInterrupted();
        boolean harmless = !hasLeft || request.verb() != CloudRequest.Verb.POST;
        return harmless && !interrupted ? FailedAttempt.passing(told, Optional.empty()) : FailedAttempt.forGood(told);
    }

    /** A success that says nothing useful. What it was about may have happened, so a POST is not repeated. */
    FailedAttempt garbled(String how) {
        return FailedAttempt.forGood(new CloudException(CloudFault.GARBLED, host + " answered " + request + " " + how));
    }

    /** An answer that is no success. */
    FailedAttempt refused(int status, @Nullable String retryAfter, String explanation) {
        CloudFault fault = faultOf(status);
        if (fault == CloudFault.THROTTLED) {
            return throttled(status, explanation, RetryAfter.of(retryAfter));
        }
        String which = fault == CloudFault.UNAUTHORIZED && authorization.isPresent()
                ? " (asked with the " + credential + ")"
                : "";
        CloudException told = new CloudException(fault, said(status, explanation) + which);
        boolean passing = fault == CloudFault.FAILING && request.verb() != CloudRequest.Verb.POST;
        return passing ? FailedAttempt.passing(told, wait(RetryAfter.of(retryAfter))) : FailedAttempt.forGood(told);
    }

    /** A request that was put off was not carried out, so that even a POST may come again. */
    private FailedAttempt throttled(int status, String explanation, Optional<Duration> asked) {
        String said = said(status, explanation);
        boolean tooLong = asked.isPresent() && asked.get().compareTo(settings.longestPause()) > 0;
        if (tooLong) {
            return FailedAttempt.forGood(new CloudException(
                    CloudFault.THROTTLED,
                    said + ", and asks to wait " + asked.get().toSeconds() + " s"));
        }
        return FailedAttempt.passing(new CloudException(CloudFault.THROTTLED, said), asked);
    }

    private Optional<Duration> wait(Optional<Duration> asked) {
        return asked.filter(pause -> pause.compareTo(settings.longestPause()) <= 0);
    }

    private String said(int status, String explanation) {
        String useful = useful(explanation);
        return host + " answered " + status + " to " + request + (useful.isEmpty() ? "" : ": " + useful);
    }

    /** The first line of an explanation that is fit to be shown; an answer may repeat what it was asked with. */
    private String useful(String explanation) {
        String line = error(explanation)
                .lines()
                .map(each -> each.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip())
                .filter(each -> !each.isEmpty() && !each.startsWith("<"))
                .findFirst()
                .orElse("");
        boolean telling = Secrets.isShownBy(line)
                || authorization.stream().flatMap(Exchange::parts).anyMatch(line::contains);
        String shown = telling ? "" : line;
        return shown.length() > LONGEST_EXPLANATION ? shown.substring(0, LONGEST_EXPLANATION) + "..." : shown;
    }

    private static Stream<String> parts(Secret authorization) {
        return Arrays.stream(authorization.reveal().split(" ", 2)).filter(part -> part.length() > 6);
    }

    private static String error(String explanation) {
        try {
            Value said = Json.read(explanation);
            return said.field("error")
                    .text()
                    .or(() -> said.field("message").text())
                    .orElse("");
        } catch (JsonException notJson) {
            return explanation;
        }
    }

    private static CloudFault faultOf(int status) {
        return switch (status) {
            case 401 -> CloudFault.UNAUTHORIZED;
            case 403 -> CloudFault.FORBIDDEN;
            case 404 -> CloudFault.NOT_FOUND;
            case 408 -> CloudFault.TIMED_OUT;
            case 409 -> CloudFault.CONFLICT;
            case 429 -> CloudFault.THROTTLED;
            default -> status >= 500 ? CloudFault.FAILING : status < 400 ? CloudFault.REDIRECTED : CloudFault.REJECTED;
        };
    }

    private static boolean isOutOfTime(IOException broken) {
        return broken instanceof InterruptedIOException && "timeout".equals(broken.getMessage());
    }

    /** The kind of failure says enough: its message may quote what was sent. */
    private static String why(IOException broken) {
        if (broken instanceof UnknownHostException) {
            return "no such host is known";
        }
        if (broken instanceof ConnectException) {
            return "nobody takes connections there";
        }
        if (broken instanceof NoRouteToHostException) {
            return "no way leads there";
        }
        return broken instanceof SSLException
                ? "its certificate is not trusted, or it does not speak TLS"
                : "the connection broke";
    }
}
