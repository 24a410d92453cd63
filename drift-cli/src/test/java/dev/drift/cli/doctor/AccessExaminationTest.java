package dev.drift.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.cli.estate.DriftYaml;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import dev.drift.terramate.TerramateCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether roles can be taken and states be read, of an account that is scripted. */
class AccessExaminationTest {

    @TempDir
    Path root;

    private final FakeCloud cloud = new FakeCloud();

    AccessExaminationTest() throws IOException {}

    @BeforeEach
    void describe() throws IOException {
        Files.writeString(root.resolve("terramate.tm.hcl"), "terramate {\n  required_version = \"~> 0.17\"\n}\n");
        Files.writeString(root.resolve("drift.yaml"), """
                version: 1
                environments:
                  prod: { role: "arn:aws:iam::111111111111:role/drift-reader" }
                  qa: { role: "arn:aws:iam::111111111111:role/denied" }
                  dev: {}
                """);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void everythingWithinReachIsNoFinding() throws IOException {
        stack("prod", "web", "open");
        stack("dev", "web", "open");

        assertThat(findings(cloud.environment())).isEmpty();
        assertThat(cloud.asked())
                .contains("AssumeRole", "GetCallerIdentity")
                .noneMatch(request -> request.startsWith("PUT") || request.startsWith("DELETE"));
    }

    @Test
    void aRoleThatCannotBeTakenAndStatesThatCannotBeReadAreToldByCell() throws IOException {
        stack("prod", "web", "closed");
        stack("prod", "data", "closed");
        stack("qa", "web", "open");
        stack("dev", "web", "open");

        List<Finding> findings = findings(cloud.environment());

        assertThat(findings)
                .extracting(Finding::check)
                .containsExactlyInAnyOrder("state-out-of-reach", "credentials-out-of-reach");
        assertThat(findings).allSatisfy(finding -> assertThat(finding.fix()).contains("docs/permissions.md"));
        assertThat(findings.toString())
                .contains("/prod/data, /prod/web", "prod/global", "qa/global", "role/denied", "AccessDenied")
                .doesNotContain("dev/", "session/secret", "own/secret");
    }

    @Test
    void keysThatAreNoneAreFoundWhereACellHasNoRole() throws IOException {
        stack("dev", "web", "open");
        Map<String, String> nobody = new HashMap<>(cloud.environment());
        nobody.remove("AWS_ACCESS_KEY_ID");
        nobody.put("AWS_EC2_METADATA_DISABLED", "true");

        assertThat(findings(nobody))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("dev/global", "no AWS credentials"));
    }

    @Test
    void stacksThatHaveNothingToDoWithAwsAreNotAsked() throws IOException {
        Path local = Files.createDirectories(root.resolve("qa/web"));
        Files.writeString(local.resolve("stack.tm.hcl"), "stack {\n  tags = [\"environment/qa\"]\n}\n");
        Files.writeString(local.resolve("main.tf"), "resource \"terraform_data\" \"a\" {}\n");

        assertThat(findings(cloud.environment())).isEmpty();
        assertThat(cloud.asked()).isEmpty();
    }

    private List<Finding> findings(Map<String, String> environment) {
        EstateDefinition estate =
                DriftYaml.read(DriftYaml.NAME, root.resolve(DriftYaml.NAME)).estate();
        List<Stack> stacks = TerramateCatalog.at(root).stacks();
        return new AccessExamination(estate, stacks, environment).findings();
    }

    private void stack(String environment, String name, String bucket) throws IOException {
        Path stack = Files.createDirectories(root.resolve(environment).resolve(name));
        Files.writeString(
                stack.resolve("stack.tm.hcl"), "stack {\n  tags = [\"environment/%s\"]\n}\n".formatted(environment));
        Files.writeString(stack.resolve("main.tf"), """
                terraform {
                  backend "s3" {
                    bucket         = "%s"
                    key            = "%s/%s.tfstate"
                    region         = "eu-central-1"
                    use_path_style = true
                    use_lockfile   = true
                  }
                }
                """.formatted(bucket, environment, name));
    }
}
