package dev.drift.aws.shared;

import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.WireException;
import java.util.regex.Pattern;

/** Recognises that the cloud was asked too much. */
final class Throttling {

    private static final Pattern SAID = Pattern.compile(
            "Throttl|Rate ?exceeded|TooManyRequests|Too Many Requests|RequestLimitExceeded|SlowDown|BandwidthLimitExceeded",
            Pattern.CASE_INSENSITIVE);

    private Throttling() {}

    /** Whether the answer to the call says so. */
    static boolean isIn(ProviderCall call, byte[] answer) {
        try {
            return call.method().stream()
                    .flatMap(method -> Diagnostic.of(method, answer).stream())
                    .anyMatch(diagnostic -> SAID.matcher(diagnostic.text()).find());
        } catch (WireException unreadable) {
            return false;
        }
    }
}
