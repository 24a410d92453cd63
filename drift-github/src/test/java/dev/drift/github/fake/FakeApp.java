package dev.drift.github.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A GitHub App that is installed for the repository, with the tokens its installation was given. */
public final class FakeApp {

    /** Its number. */
    public static final String ID = "4711";

    /** Its other name. */
    public static final String CLIENT = "Iv23liExample0000001";

    private static final int PKCS8_HEAD = 26;

    private final KeyPair keys;
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private Duration lasting = Duration.ofHours(1);
    private Set<String> granted = Set.of("checks", "statuses", "pull_requests", "issues", "deployments");

    /**
     * A token of the installation.
     *
     * @param permissions what it may do
     * @param until when it ends
     */
    record Token(Map<String, Value> permissions, Instant until) {}

    FakeApp() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Its private key as GitHub lets one download it. */
    public String pkcs1() {
        byte[] whole = keys.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(whole, PKCS8_HEAD, whole.length));
    }

    /** Its private key as Java tools write it. */
    public String pkcs8() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** Its installation may write these from now on; at first it may write everything that there is. */
    public void grant(Set<String> permissions) {
        granted = Set.copyOf(permissions);
    }

    /** What the token that was given last may do. */
    public Set<String> lastPermissions() {
        return lastToken()
                .map(token -> tokens.get(token).permissions().keySet())
                .orElse(Set.of());
    }

    /** Tokens last so long from now on. */
    public void lasts(Duration duration) {
        lasting = duration;
    }

    /** The token that was given last, for those who look whether it leaks. */
    public Optional<String> lastToken() {
        return tokens.keySet().stream().reduce((first, second) -> second);
    }

    /** How many tokens were given so far. */
    public int given() {
        return tokens.size();
    }

    Optional<Token> token(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(known -> known.until().isAfter(Instant.now()));
    }

    Reply installation() {
        Map<String, Value> permissions = new TreeMap<>(Map.of("metadata", Value.of("read")));
        granted.forEach(each -> permissions.put(each, Value.of("write")));
        return Reply.ok(Value.of(Map.of(
                "id",
                Value.of(99),
                "app_id",
                Value.of(4711),
                "app_slug",
                Value.of("drift"),
                "permissions",
                Value.of(permissions))));
    }

    Reply give(Value sent) {
        Map<String, Value> permissions = Description.fields(sent.field("permissions"));
        if (!granted.containsAll(permissions.keySet())) {
            return Reply.refused(422, "The permissions requested are not granted to this installation.");
        }
        String token = "ghs_" + ID + "_" + "aB3.x-9".repeat(8) + tokens.size();
        Instant until =
                Instant.now().plus(lasting).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        tokens.put(token, new Token(permissions, until));
        return Reply.created(Value.of(Map.of(
                "token",
                Value.of(token),
                "expires_at",
                Value.of(until.toString()),
                "permissions",
                Value.of(permissions))));
    }

    /** Why a web token does not speak for the app; empty if it does. */
    Optional<Reply> refusal(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        boolean speaks = parts.length == 3 && isSigned(parts) && isInTime(json(parts[1]), json(parts[0]));
        return speaks ? Optional.empty() : Optional.of(Reply.refused(401, "A JSON web token could not be decoded"));
    }

    private static boolean isInTime(Value claims, Value head) {
        long now = Instant.now().getEpochSecond();
        String issuer = claims.field("iss").text().orElse("");
        return head.field("alg").equals(Value.of("RS256"))
                && number(claims.field("iat")) <= now
                && number(claims.field("exp")) > now
                && number(claims.field("exp")) <= now + 600
                && (issuer.equals(ID) || issuer.equals(CLIENT));
    }

    private boolean isSigned(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return false;
        }
    }

    private static Value json(String part) {
        return Json.read(new String(Base64.getUrlDecoder().decode(part), UTF_8));
    }

    private static long number(Value value) {
        return value instanceof Value.Decimal number ? number.value().longValue() : BigDecimal.ZERO.longValue();
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END " + kind + "-----\n";
    }
}
