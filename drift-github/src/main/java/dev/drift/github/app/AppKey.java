package dev.drift.github.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import dev.drift.config.Secret;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The identity of an app: its id or client id, and its private key. Prints neither. */
public final class AppKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    /** GitHub's clock may be behind ours. */
    private static final int BEFORE = 60;

    /** GitHub takes ten minutes at most. */
    private static final int AFTER = 540;

    private final String issuer;
    private final PrivateKey key;

    private AppKey(String issuer, PrivateKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /**
     * An app by its id or client id and its private key in PEM, as GitHub lets one download it ({@code BEGIN RSA PRIVATE KEY}) or
     * as PKCS#8. Where a variable cannot hold line ends, {@code \n} may stand for them.
     *
     * @param place where the key comes from, for messages
     * @throws InvalidConfigException if that is no id, or no RSA private key
     */
    public static AppKey of(String issuer, Secret pem, String place) {
        requireNonNull(place, "place is null");
        Problems problems = new Problems();
        if (!issuer.matches("[\\w.-]{1,100}")) {
            problems.add("DRIFT_GITHUB_APP_ID", "Is no id or client id of an app");
        }
        Matcher parts = PEM.matcher(pem.reveal().replace("\\n", "\n"));
        if (!parts.find()) {
            problems.add(place, "Is no private key in PEM, which begins with -----BEGIN RSA PRIVATE KEY-----");
        }
        problems.throwIfAny();
        try {
            byte[] der = Base64.getMimeDecoder().decode(parts.group(2));
            byte[] pkcs8 = parts.group(1) == null ? der : Der.pkcs8(der);
            return new AppKey(issuer, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            problems.add(place, "Is no RSA private key");
            throw new InvalidConfigException(problems.all());
        }
    }

    /** A token that speaks for the app for some minutes. */
    Secret token(Instant now) {
        Map<String, Value> claims = new LinkedHashMap<>();
        claims.put("iat", Value.of(now.getEpochSecond() - BEFORE));
        claims.put("exp", Value.of(now.getEpochSecond() + AFTER));
        claims.put("iss", Value.of(issuer));
        String said = part(Map.of("alg", Value.of("RS256"), "typ", Value.of("JWT"))) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(said.getBytes(UTF_8));
            return Secret.of(said + "." + URL.encodeToString(signature.sign()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform signs with RSA", missing);
        }
    }

    private static String part(Map<String, Value> fields) {
        return URL.encodeToString(Json.write(Value.of(fields)).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "app key [redacted]";
    }
}
