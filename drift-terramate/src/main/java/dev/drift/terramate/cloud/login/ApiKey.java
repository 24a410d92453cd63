package dev.drift.terramate.cloud.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.config.Secret;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.Credential;
import java.util.Base64;
import java.util.Optional;

/** A key made by the administrator of an organisation. It is sent as a user's name with an empty password. */
final class ApiKey implements Credential {

    private final Secret authorization;

    ApiKey(String key) throws CloudException {
        HeaderText.require(key, "the API key in TMC_TOKEN");
        this.authorization = Secret.of("Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8)));
    }

    @Override
    public Optional<Secret> authorization() {
        return Optional.of(authorization);
    }

    @Override
    public String toString() {
        return "API key";
    }
}
