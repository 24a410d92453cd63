package dev.drift.terramate.cloud.login;

import dev.drift.config.Secret;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.terramate.cloud.wire.Credential;
import java.time.Clock;
import java.util.Optional;

/** The identity of a GitLab job, issued once when the job began. */
final class GitlabIdentity implements Credential {

    private static final String WHAT = "the identity of the GitLab job in TM_GITLAB_ID_TOKEN";

    private final IdentityToken identity;
    private final Clock clock;

    GitlabIdentity(String token, Clock clock) throws CloudException {
        this.identity = IdentityToken.of(token, WHAT, "project_path");
        this.clock = clock;
    }

    @Override
    public Optional<Secret> authorization() throws CloudException {
        if (!identity.isValidBy(clock)) {
            throw new CloudException(CloudFault.UNAUTHORIZED, WHAT + " has expired: the job's timeout is too short");
        }
        return Optional.of(identity.authorization());
    }

    @Override
    public String toString() {
        return "identity of the GitLab job";
    }
}
