package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Secret;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Finds the credentials that are there already, in the order of the AWS SDK for Go, which the provider is built on: keys in
 * the environment, a token file, a profile, the container, the instance. The addresses of the last two are read by the SDK
 * from the environment of this process.
 */
final class Ambience {

    private final Sts sts;
    private final Clock clock;

    Ambience(Sts sts, Clock clock) {
        this.sts = requireNonNull(sts);
        this.clock = requireNonNull(clock);
    }

    Credentials credentials(Claim claim) throws ProbeException {
        AwsVariables variables = claim.variables();
        if (claim.wish().profile().isPresent()) {
            return ofProfile(variables, claim.wish().profile());
        }
        Optional<Credentials> keys = keys(variables);
        if (keys.isPresent()) {
            return keys.get();
        }
        Optional<String> tokenFile = variables.first("AWS_WEB_IDENTITY_TOKEN_FILE");
        if (tokenFile.isPresent()) {
            return ofToken(claim, Path.of(tokenFile.get()));
        }
        return new Profiles(variables).tell() ? ofProfile(variables, Optional.empty()) : ofMachine(variables);
    }

    private Optional<Credentials> keys(AwsVariables variables) {
        Optional<String> keyId = variables.first("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY");
        Optional<String> key = variables.first("AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY");
        return keyId.isEmpty() || key.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credentials(
                        Secret.of(keyId.get()),
                        Secret.of(key.get()),
                        variables.first("AWS_SESSION_TOKEN").map(Secret::of),
                        clock.instant(),
                        Optional.empty()));
    }

    private Credentials ofToken(Claim claim, Path file) throws ProbeException {
        String role = claim.variables()
                .first("AWS_ROLE_ARN")
                .orElseThrow(() -> new ProbeException(
                        ProbePhase.INIT, "AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN is not"));
        String session = claim.variables()
                .first("AWS_ROLE_SESSION_NAME")
                .orElse(claim.wish().terms().name());
        try {
            Secret token = Secret.of(Files.readString(file).strip());
            return sts.assume(claim.place(), token, role, session, Optional.empty());
        } catch (IOException unreadable) {
            throw new ProbeException(
                    ProbePhase.INIT, "the web identity token file " + file + " cannot be read", unreadable);
        }
    }

    private Credentials ofProfile(AwsVariables variables, Optional<String> name) throws ProbeException {
        Profiles profiles = new Profiles(variables);
        String called = name.or(variables::profile).orElse("default");
        return resolved("AWS profile \"" + called + "\" gives no credentials", () -> profiles.credentials(name));
    }

    private Credentials ofMachine(AwsVariables variables) throws ProbeException {
        if (variables
                .first("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
                .isPresent()) {
            return resolved("the container gives no AWS credentials", () -> {
                try (ContainerCredentialsProvider provider = ContainerCredentialsProvider.create()) {
                    return provider.resolveCredentials();
                }
            });
        }
        String nowhere = "no AWS credentials: no keys in the environment, no token file, no profile, no container";
        if (variables.says("AWS_EC2_METADATA_DISABLED")) {
            throw new ProbeException(ProbePhase.INIT, nowhere);
        }
        return resolved(nowhere + ", and no instance", () -> {
            try (InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.create()) {
                return provider.resolveCredentials();
            }
        });
    }

    private Credentials resolved(String otherwise, Resolution resolution) throws ProbeException {
        try {
            AwsCredentials found = resolution.resolve();
            return new Credentials(
                    Secret.of(found.accessKeyId()),
                    Secret.of(found.secretAccessKey()),
                    found instanceof AwsSessionCredentials session
                            ? Optional.of(Secret.of(session.sessionToken()))
                            : Optional.empty(),
                    clock.instant(),
                    found.expirationTime());
        } catch (SdkException | IllegalArgumentException | IllegalStateException refused) {
            throw new ProbeException(ProbePhase.INIT, otherwise + ": " + firstLine(refused));
        }
    }

    private static String firstLine(RuntimeException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }

    private interface Resolution {
        AwsCredentials resolve() throws ProbeException;
    }
}
