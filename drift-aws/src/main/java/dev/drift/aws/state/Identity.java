package dev.drift.aws.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/** Who the tool would be: the same sources of keys in the same order, with the roles of the code on top. */
final class Identity {

    private static final String SESSION = "drift";

    private final Settings settings;
    private final Profiles profiles;
    private final AwsConnection connection;

    Identity(Settings settings, Profiles profiles, AwsConnection connection) {
        this.settings = settings;
        this.profiles = profiles;
        this.connection = connection;
    }

    /** The keys to call with; no call is made before they are needed. */
    AwsCredentialsProvider credentials() throws StateException {
        AwsCredentialsProvider own = own();
        Optional<String> role = settings.text("assume_role.role_arn", "role_arn");
        return role.isPresent() ? assumed(role.get(), own) : own;
    }

    private AwsCredentialsProvider own() throws StateException {
        if (settings.text("assume_role_with_web_identity.role_arn").isPresent()
                || !settings.below("assume_role_with_web_identity").isEmpty()) {
            return ofWebIdentity();
        }
        if (settings.text("access_key").isPresent()) {
            return keys(settings.required("access_key"), settings.required("secret_key"), settings.text("token"));
        }
        if (settings.text("profile").isPresent()) {
            return ofProfile();
        }
        Optional<String> key = settings.variable("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY");
        Optional<String> secret = settings.variable("AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY");
        if (key.isPresent() && secret.isPresent()) {
            return keys(key.get(), secret.get(), settings.variable("AWS_SESSION_TOKEN"));
        }
        if (settings.variable("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent()
                && settings.variable("AWS_ROLE_ARN").isPresent()) {
            return ofWebIdentity();
        }
        return settings.variable("AWS_PROFILE", "AWS_DEFAULT_PROFILE").isPresent() ? ofProfile() : ofSurroundings();
    }

    private static AwsCredentialsProvider keys(String key, String secret, Optional<String> token) {
        return StaticCredentialsProvider.create(
                token.isPresent()
                        ? AwsSessionCredentials.create(key, secret, token.get())
                        : AwsBasicCredentials.create(key, secret));
    }

    private AwsCredentialsProvider ofProfile() {
        return ProfileCredentialsProvider.builder()
                .profileFile(profiles.file())
                .profileName(profiles.name())
                .build();
    }

    /** What a machine is given by where it runs. Asking the instance takes long where there is none to ask. */
    private AwsCredentialsProvider ofSurroundings() {
        List<AwsCredentialsProvider> sources = new ArrayList<>(List.of(ofProfile()));
        if (settings.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
                .isPresent()) {
            sources.add(ContainerCredentialsProvider.create());
        }
        if (!settings.isOnByVariable("AWS_EC2_METADATA_DISABLED")) {
            sources.add(InstanceProfileCredentialsProvider.create());
        }
        return AwsCredentialsProviderChain.builder()
                .credentialsProviders(sources)
                .build();
    }

    private AwsCredentialsProvider ofWebIdentity() throws StateException {
        Settings given = new Settings(settings.below("assume_role_with_web_identity"), settings.environment());
        String role = given.text("role_arn")
                .or(() -> given.variable("AWS_ROLE_ARN"))
                .orElseThrow(() -> Settings.undetermined("assume_role_with_web_identity.role_arn", "is not written"));
        String session = given.text("session_name")
                .or(() -> given.variable("AWS_ROLE_SESSION_NAME"))
                .orElse(SESSION);
        Optional<String> token = given.text("web_identity_token").or(() -> given.variable("AWS_WEB_IDENTITY_TOKEN"));
        var sts = connection.sts(AnonymousCredentialsProvider.create(), profiles);
        if (token.isPresent()) {
            return StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                    .stsClient(sts)
                    .refreshRequest(request ->
                            request.roleArn(role).roleSessionName(session).webIdentityToken(token.get()))
                    .build();
        }
        String file = given.text("web_identity_token_file")
                .or(() -> given.variable("AWS_WEB_IDENTITY_TOKEN_FILE"))
                .orElseThrow(() -> Settings.undetermined(
                        "assume_role_with_web_identity.web_identity_token_file", "is not written"));
        return StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(sts)
                .roleArn(role)
                .roleSessionName(session)
                .webIdentityTokenFile(Path.of(file))
                .build();
    }

    private AwsCredentialsProvider assumed(String role, AwsCredentialsProvider by) throws StateException {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(role)
                .roleSessionName(settings.text("assume_role.session_name", "session_name")
                        .orElse(SESSION));
        settings.text("assume_role.external_id", "external_id").ifPresent(request::externalId);
        Map<String, String> tags = settings.below("assume_role.tags");
        request.tags((tags.isEmpty() ? settings.below("assume_role_tags") : tags)
                .entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList());
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(connection.sts(by, profiles))
                .refreshRequest(request.build())
                .build();
    }
}
