package dev.drift.terramate.cloud.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.config.Secret;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A JSON web token, read as far as its holder may: when it expires. Whether it is genuine is for those it is shown to.
 *
 * @param token the token
 * @param expiry when it is of no more use
 */
record IdentityToken(Secret token, Instant expiry) {

    /** A request takes time as well. */
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    /** The token that the text writes, which must make these claims. */
    static IdentityToken of(String text, String what, String... claims) throws CloudException {
        HeaderText.require(text, what);
        Value said = claims(text, what);
        for (String claim : claims) {
            if (said.field(claim).text().isEmpty()) {
                throw unusable(what + " has no claim \"" + claim + "\"");
            }
        }
        if (!(said.field("exp") instanceof Value.Decimal expiry)) {
            throw unusable(what + " does not say when it expires");
        }
        return new IdentityToken(
                Secret.of(text), Instant.ofEpochSecond(expiry.value().longValue()));
    }

    boolean isFreshBy(Clock clock) {
        return clock.instant().plus(LEEWAY).isBefore(expiry);
    }

    boolean isValidBy(Clock clock) {
        return clock.instant().isBefore(expiry);
    }

    Secret authorization() {
        return Secret.of("Bearer " + token.reveal());
    }

    private static Value claims(String text, String what) throws CloudException {
        String[] parts = text.split("\\.", -1);
        try {
            if (parts.length == 3) {
                return Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
            }
        } catch (IllegalArgumentException | JsonException noToken) {
            // The cause would quote the token.
        }
        throw unusable(what + " is no JSON web token");
    }

    private static CloudException unusable(String message) {
        return new CloudException(CloudFault.UNAUTHORIZED, message);
    }
}
