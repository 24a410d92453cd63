package dev.drift.terramate.cloud.login;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.Credential;
import dev.drift.terramate.cloud.wire.WireSettings;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Finds the credential that the vendor's own command would use: {@code TMC_TOKEN}, then the identity of a GitHub job, then that
 * of a GitLab job, then the login that {@code terramate cloud login} keeps. The first that is present is the one, also if it
 * turns out not to work.
 *
 * @param address whom the credential is for
 * @param settings how patient to be with those who issue it
 * @param clock tells whether a credential has expired
 */
public record CloudLogin(CloudAddress address, WireSettings settings, Clock clock) {

    private static final String KEPT_LOGIN = ".terramate.d/credentials.tmrc.json";

    public CloudLogin {
        requireNonNull(address, "address is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(clock, "clock is null");
    }

    /**
     * The credential of the user; empty if there is none. Nobody is asked for anything yet.
     *
     * @throws CloudException if what is present cannot be used
     */
    public Optional<Credential> find(UserEnvironment user) throws CloudException {
        Optional<String> key = user.variable("TMC_TOKEN");
        if (key.isPresent()) {
            return Optional.of(new ApiKey(key.get()));
        }
        Optional<String> issuer = user.variable("ACTIONS_ID_TOKEN_REQUEST_URL");
        if (issuer.isPresent()) {
            String token = user.variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN").orElse("");
            return Optional.of(new GithubIdentity(issuer.get(), token, this));
        }
        Optional<String> identity = user.variable("TM_GITLAB_ID_TOKEN");
        if (identity.isPresent()) {
            return Optional.of(new GitlabIdentity(identity.get(), clock));
        }
        Optional<Path> kept = user.variable("HOME").map(home -> Path.of(home, KEPT_LOGIN));
        return kept.filter(Files::exists).map(file -> new KeptLogin(file, clock));
    }
}
