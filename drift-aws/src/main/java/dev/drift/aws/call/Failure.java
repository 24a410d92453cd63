package dev.drift.aws.call;

import dev.drift.aws.call.CallException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * What went wrong with one attempt.
 *
 * @param kind what it means
 * @param mayPass whether another attempt can help
 * @param happened what happened, as the end of a sentence
 */
record Failure(Kind kind, boolean mayPass, String happened) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_FAILURE_OF_THE_SERVICE = 500;
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 307, 308);
    private static final Set<String> THROTTLING =
            Set.of("SlowDown", "TooManyRequestsException", "RequestLimitExceeded", "LimitExceededException");
    private static final Set<String> DENYING = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidIdentityToken",
            "IDPRejectedClaim",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "InvalidToken",
            "MissingAuthenticationToken",
            "UnrecognizedClientException");

    /** What the exception of an attempt means. */
    static Failure of(Throwable thrown) {
        if (Thread.currentThread().isInterrupted() || isInterruption(thrown)) {
            return new Failure(Kind.UNREACHABLE, false, "it was interrupted");
        }
        if (thrown instanceof ApiCallTimeoutException || thrown instanceof ApiCallAttemptTimeoutException) {
            boolean onlyThisAttempt = thrown instanceof ApiCallAttemptTimeoutException;
            return new Failure(Kind.UNREACHABLE, onlyThisAttempt, "no answer came in time");
        }
        if (thrown instanceof AwsServiceException refused) {
            return ofService(refused, Optional.ofNullable(refused.awsErrorDetails()));
        }
        if (thrown instanceof SdkServiceException refused) {
            return ofService(refused, Optional.empty());
        }
        return connection(thrown).orElseGet(() -> ofClient(thrown));
    }

    /** The failure as the caller sees it. */
    CallException toException(String what) {
        return new CallException(kind, OneLine.of(what + " failed: " + happened));
    }

    private static Failure ofService(SdkServiceException refused, Optional<AwsErrorDetails> details) {
        int status = refused.statusCode();
        String code = details.map(AwsErrorDetails::errorCode).orElse("");
        String happened =
                told(status, code, details.map(AwsErrorDetails::errorMessage).orElse(""));
        if (refused.isThrottlingException() || status == TOO_MANY_REQUESTS || THROTTLING.contains(code)) {
            return new Failure(Kind.THROTTLED, true, happened);
        }
        if (DENYING.contains(code) || status == 401 || status == 403) {
            return new Failure(Kind.DENIED, false, happened);
        }
        if (status == 404 || code.equals("ResourceNotFoundException") || code.equals("NotFoundException")) {
            return new Failure(Kind.MISSING, false, happened);
        }
        if (ELSEWHERE.contains(status)) {
            return new Failure(Kind.BROKEN, false, happened + "; it lives in another region");
        }
        return new Failure(Kind.BROKEN, status >= FIRST_FAILURE_OF_THE_SERVICE, happened);
    }

    private static String told(int status, String code, String message) {
        StringBuilder told = new StringBuilder("status " + status);
        if (!code.isEmpty()) {
            told.append(' ').append(code);
        }
        if (!message.isEmpty()) {
            told.append(": ").append(message);
        }
        return told.toString();
    }

    private static Optional<Failure> connection(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return Optional.of(new Failure(Kind.UNREACHABLE, true, "no answer came in time"));
            }
            if (cause instanceof FileSystemException) {
                return Optional.of(new Failure(Kind.BROKEN, false, "a file cannot be read: " + brief(cause)));
            }
            if (cause instanceof IOException) {
                return Optional.of(new Failure(Kind.UNREACHABLE, true, "the connection failed: " + brief(cause)));
            }
        }
        return Optional.empty();
    }

    private static Failure ofClient(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("credentials")) {
            return new Failure(Kind.DENIED, false, "no credentials are to be had");
        }
        return message.contains("unmarshall")
                ? new Failure(Kind.BROKEN, true, "the answer makes no sense")
                : new Failure(Kind.BROKEN, false, brief(thrown));
    }

    private static String brief(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }

    private static boolean isInterruption(Throwable thrown) {
        return thrown instanceof AbortedException
                || thrown instanceof InterruptedException
                || (thrown instanceof InterruptedIOException && !(thrown instanceof SocketTimeoutException));
    }
}
