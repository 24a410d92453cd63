package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerragruntCredentialsTest {

    @TempDir
    private Path repository;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iam_role = \"arn:aws:iam::1:role/x\"",
                "iam_web_identity_token = get_env(\"TOKEN\")",
                "terraform {\n  extra_arguments \"x\" {\n    env_vars = { AWS_PROFILE = \"y\" }\n  }\n}"
            })
    void fileThatGivesVariablesIsFoundWhereverItIs(String code) throws Exception {
        Files.createDirectories(repository.resolve("_common/deep"));
        Files.writeString(repository.resolve("_common/deep/env.hcl"), code);

        assertThat(TerragruntCredentials.in(repository, Map.of())).contains("env.hcl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TG_IAM_ASSUME_ROLE", "TERRAGRUNT_IAM_ROLE", "TG_AUTH_PROVIDER_CMD"})
    void variableThatMakesTerragruntGiveOthersIsFound(String name) {
        assertThat(TerragruntCredentials.in(repository, Map.of(name, "x"))).contains(name);
        assertThat(TerragruntCredentials.in(repository, Map.of(name, ""))).isEmpty();
    }

    @Test
    void cachesAndOtherCodeAreNotLookedAt() throws Exception {
        Files.createDirectories(repository.resolve(".terragrunt-cache/x"));
        Files.writeString(repository.resolve(".terragrunt-cache/x/terragrunt.hcl"), "iam_role = \"x\"");
        Files.writeString(repository.resolve("main.tf"), "iam_role = aws_iam_role.x.arn");
        Files.writeString(repository.resolve("terragrunt.hcl"), "inputs = { aws_iam_role_name = \"x\" }");

        assertThat(TerragruntCredentials.in(repository, Map.of("TG_LOG_LEVEL", "info")))
                .isEmpty();
    }
}
