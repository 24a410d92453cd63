package dev.drift.terramate.cloud;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.login.CloudAddress;
import dev.drift.terramate.cloud.login.CloudLogin;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.Credential;
import dev.drift.terramate.cloud.wire.WireSettings;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.terramate.project.RequiredVersion;
import java.time.Clock;
import java.util.Optional;

/**
 * How to get to Terramate Cloud.
 *
 * @param address where it is
 * @param credential who asks
 * @param organization the name of the organisation; empty if the credential belongs to one only
 * @param wire how patient to be
 * @param pageSize how many items of a list are asked for at once
 */
public record CloudSettings(
        CloudAddress address, Credential credential, Optional<String> organization, WireSettings wire, int pageSize) {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    public CloudSettings {
        requireNonNull(address, "address is null");
        requireNonNull(credential, "credential is null");
        requireNonNull(organization, "organization is null");
        requireNonNull(wire, "wire is null");
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + LARGEST_PAGE + " items, not " + pageSize);
        }
    }

    /**
     * What the vendor's own settings say: {@code TMC_TOKEN}, {@code TMC_API_HOST}, {@code TMC_API_URL},
     * {@code TM_CLOUD_ORGANIZATION}, the identity of a job, and the project's code where the environment is silent. Empty if
     * nobody is there to ask, which is how Terramate Cloud stays switched off.
     *
     * @throws CloudException if the credential that is present cannot be used
     * @throws dev.drift.config.InvalidConfigException if the address is none
     */
    public static Optional<CloudSettings> discovered(
            UserEnvironment user, CloudConfiguration project, WireSettings wire) throws CloudException {
        CloudAddress address = CloudAddress.of(user, project.location());
        Optional<String> organization = user.variable("TM_CLOUD_ORGANIZATION").or(project::organization);
        int pageSize = user.variable("TMC_API_PAGESIZE")
                .filter(size -> size.matches("[1-9]\\d?|100"))
                .map(Integer::parseInt)
                .orElse(PAGE);
        return new CloudLogin(address, wire, Clock.systemUTC())
                .find(user)
                .map(credential -> new CloudSettings(address, credential, organization, wire, pageSize));
    }

    /** The rules of Terramate that are followed, which Terramate Cloud may refuse one day. */
    String version() {
        return RequiredVersion.FOLLOWED;
    }
}
