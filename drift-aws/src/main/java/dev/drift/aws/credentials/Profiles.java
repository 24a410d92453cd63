package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** The AWS configuration files that an environment names. */
record Profiles(AwsVariables variables) {

    private static final String DEFAULT = "default";
    /** What a profile must have one of to say who we are; one that sets only a region does not. */
    private static final Set<String> TELLING = Set.of(
            "aws_access_key_id",
            "credential_process",
            "credential_source",
            "login_session",
            "role_arn",
            "sso_session",
            "sso_start_url",
            "web_identity_token_file");

    Profiles {
        requireNonNull(variables, "variables is null");
    }

    /** The region of a profile, or of the one in use. */
    Optional<String> region(Optional<String> name) throws ProbeException {
        return file().profile(name.or(variables::profile).orElse(DEFAULT))
                .flatMap(profile -> profile.property("region"))
                .filter(region -> !region.isBlank());
    }

    /** Whether the environment's profile, or else the default one, says who we are. */
    boolean tell() throws ProbeException {
        Optional<String> named = variables.profile();
        Optional<Profile> profile = named.isPresent() ? Optional.of(profile(named.get())) : file().profile(DEFAULT);
        return profile.filter(found -> found.properties().keySet().stream().anyMatch(TELLING::contains))
                .isPresent();
    }

    /** Asks whoever the profile names for credentials. */
    AwsCredentials credentials(Optional<String> name) throws ProbeException {
        Profile profile = profile(name.or(variables::profile).orElse(DEFAULT));
        ProfileFile file = file();
        try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.builder()
                .profileFile(() -> file)
                .profileName(profile.name())
                .build()) {
            return provider.resolveCredentials();
        }
    }

    private Profile profile(String name) throws ProbeException {
        return file().profile(name)
                .orElseThrow(() -> new ProbeException(
                        ProbePhase.INIT,
                        "AWS profile \"" + name + "\" is neither in " + configuration() + " nor in " + secrets()));
    }

    private ProfileFile file() throws ProbeException {
        try {
            ProfileFile.Aggregator both = ProfileFile.aggregator();
            add(both, secrets(), ProfileFile.Type.CREDENTIALS);
            add(both, configuration(), ProfileFile.Type.CONFIGURATION);
            return both.build();
        } catch (RuntimeException malformed) {
            // What the SDK says of it may quote a line with a key.
            throw new ProbeException(
                    ProbePhase.INIT, "AWS profiles in " + configuration() + " or " + secrets() + " cannot be read");
        }
    }

    private static void add(ProfileFile.Aggregator all, Path path, ProfileFile.Type type) {
        if (Files.isRegularFile(path)) {
            all.addFile(ProfileFile.builder().content(path).type(type).build());
        }
    }

    private Path configuration() {
        return path("AWS_CONFIG_FILE", "config");
    }

    private Path secrets() {
        return path("AWS_SHARED_CREDENTIALS_FILE", "credentials");
    }

    private Path path(String variable, String name) {
        return variables
                .first(variable)
                .map(this::underHome)
                .orElseGet(() -> variables.home().resolve(".aws").resolve(name));
    }

    private Path underHome(String path) {
        return path.startsWith("~/") ? variables.home().resolve(path.substring(2)) : Path.of(path);
    }
}
