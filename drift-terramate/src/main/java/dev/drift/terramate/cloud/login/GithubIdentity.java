package dev.drift.terramate.cloud.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.config.Secret;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.terramate.cloud.wire.CloudRequest;
import dev.drift.terramate.cloud.wire.Credential;
import dev.drift.terramate.cloud.wire.Wire;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The identity of a GitHub job, issued on request and again whenever it is about to expire. */
final class GithubIdentity implements Credential {

    private static final String WHAT = "the identity of the GitHub job";

    private final Wire issuer;
    private final CloudRequest request;
    private final CloudLogin login;
    private Optional<IdentityToken> identity = Optional.empty();

    GithubIdentity(String url, String requestToken, CloudLogin login) throws CloudException {
        HeaderText.require(requestToken, "ACTIONS_ID_TOKEN_REQUEST_TOKEN");
        Secret bearer = Secret.of("Bearer " + requestToken);
        URI uri = safe(url);
        this.issuer = Wire.to(origin(uri), () -> Optional.of(bearer), login.settings());
        this.request = request(uri).with("audience", login.address().audience());
        this.login = login;
    }

    @Override
    public synchronized Optional<Secret> authorization() throws CloudException {
        if (identity.filter(token -> token.isFreshBy(login.clock())).isEmpty()) {
            identity = Optional.of(issued());
        }
        return identity.map(IdentityToken::authorization);
    }

    @Override
    public String toString() {
        return "identity of the GitHub job";
    }

    private IdentityToken issued() throws CloudException {
        try {
            String token = issuer.ask(request).field("value").text().orElse("");
            return IdentityToken.of(token, WHAT, "repository_owner", "repository");
        } catch (CloudException refused) {
            throw new CloudException(refused.fault(), WHAT + " is not issued: " + refused.reason(), refused);
        }
    }

    /** Where tokens are issued is subject to the same caution as where they are sent. */
    private static URI safe(String url) throws CloudException {
        try {
            URI uri = new URI(url);
            return new CloudAddress(origin(uri), "").base().resolve(uri);
        } catch (URISyntaxException | IllegalArgumentException unsafe) {
            throw new CloudException(CloudFault.UNAUTHORIZED, "ACTIONS_ID_TOKEN_REQUEST_URL is no address to ask");
        }
    }

    private static URI origin(URI uri) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private static CloudRequest request(URI uri) {
        String[] path = terms(uri.getPath(), "/").toArray(String[]::new);
        CloudRequest request = CloudRequest.get(path);
        for (String term : terms(uri.getRawQuery(), "&").toList()) {
            String[] sides = term.split("=", 2);
            String value = sides.length == 2 ? sides[1] : "";
            request = request.with(URLDecoder.decode(sides[0], UTF_8), URLDecoder.decode(value, UTF_8));
        }
        return request;
    }

    private static Stream<String> terms(@Nullable String text, String separator) {
        return text == null
                ? Stream.empty()
                : Arrays.stream(text.split(separator)).filter(term -> !term.isEmpty());
    }
}
