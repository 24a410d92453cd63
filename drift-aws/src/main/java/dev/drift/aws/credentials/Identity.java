package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;

/** Who we are before we assume a role. */
public sealed interface Identity {

    /** Who the environment says we are. */
    static Identity ambient() {
        return new Ambient();
    }

    /** Who a profile of the AWS configuration files says we are. */
    static Identity profile(String name) {
        return new Profile(name);
    }

    /** The job of GitHub Actions that we run in. */
    static Identity gitHub() {
        return new GitHub(GitHub.AUDIENCE);
    }

    /**
     * Variables of the environment, a token file, the profile they name or the default one, the container, the instance: in
     * the order in which the AWS provider of Terraform asks for them.
     */
    record Ambient() implements Identity {}

    /** A profile by its name, whatever the environment says besides: keys, roles, single sign-on, a process. */
    record Profile(String name) implements Identity {
        public Profile {
            if (requireNonNull(name, "name is null").isBlank()) {
                throw InvalidConfigException.of(Problem.of("AWS profile has no name"));
            }
        }
    }

    /**
     * A token that GitHub makes out to the job for an audience. It names the repository, the branch and the environment of
     * the job, by which a role chooses whom it trusts, and assumes that role without any other credentials.
     */
    record GitHub(String audience) implements Identity {
        static final String AUDIENCE = "sts.amazonaws.com";

        public GitHub {
            if (requireNonNull(audience, "audience is null").isBlank()) {
                throw InvalidConfigException.of(Problem.of("OIDC audience is blank"));
            }
        }
    }
}
