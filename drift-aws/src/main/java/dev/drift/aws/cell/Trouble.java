package dev.drift.aws.cell;

import dev.drift.aws.call.CallException;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a failed look says of the account that its stack shares with the rest of the cell. Our own calls say it by their kind. Of
 * what a tool printed only words of AWS itself count. That one may not read one kind of object is trouble of those
 * stacks alone that have such an object; that one may not come in at all, or not read the state, is trouble of all.
 */
enum Trouble {
    /** We are not who we should be, or may not come in. */
    DENIED("denied us"),
    /** We ask too much, also after waiting. */
    THROTTLED("throttled us"),
    /** Nobody answers. */
    UNREACHABLE("did not answer");

    private static final Pattern FROM_AWS = Pattern.compile("operation error |api error |amazonaws\\.com|AWS ");
    private static final Pattern TOO_MUCH = Pattern.compile(
            "Throttl|Rate ?exceeded|TooManyRequests|Too Many Requests|RequestLimitExceeded|SlowDown|BandwidthLimitExceeded",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_US = Pattern.compile(
            "ExpiredToken|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|SignatureDoesNotMatch|"
                    + "InvalidSignature|RequestTimeTooSkewed|AuthFailure|No valid credential sources|no AWS credentials");
    private static final Pattern NOT_IN =
            Pattern.compile("AccessDenied|Forbidden|StatusCode: 403|status code: 403|not authorized");
    private static final Pattern NOBODY = Pattern.compile(
            "no such host|connection refused|connection reset|i/o timeout|network is unreachable|no route to host|"
                    + "TLS handshake timeout|server misbehaving");

    private final String word;

    Trouble(String word) {
        this.word = word;
    }

    /** What the account did, as the middle of a sentence. */
    String word() {
        return word;
    }

    static Optional<Trouble> in(ProbeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallException call) {
                return of(call.kind());
            }
        }
        return in(failed.phase(), failed.reason());
    }

    /** Time that was over and a run that was cancelled say nothing: a stack may be large, and a reader in a hurry. */
    static Optional<Trouble> in(ProbePhase phase, String reason) {
        if (phase == ProbePhase.TIMEOUT || phase == ProbePhase.CANCELLED || !isIn(FROM_AWS, reason)) {
            return Optional.empty();
        }
        if (isIn(TOO_MUCH, reason)) {
            return Optional.of(THROTTLED);
        }
        boolean entering = phase == ProbePhase.INIT || phase == ProbePhase.STATE;
        if (isIn(NOT_US, reason) || (entering && isIn(NOT_IN, reason))) {
            return Optional.of(DENIED);
        }
        return isIn(NOBODY, reason) ? Optional.of(UNREACHABLE) : Optional.empty();
    }

    private static Optional<Trouble> of(CallException.Kind kind) {
        return switch (kind) {
            case DENIED -> Optional.of(DENIED);
            case THROTTLED -> Optional.of(THROTTLED);
            case UNREACHABLE -> Optional.of(UNREACHABLE);
            case MISSING, BROKEN -> Optional.empty();
        };
    }

    private static boolean isIn(Pattern words, String reason) {
        return words.matcher(reason).find();
    }
}
