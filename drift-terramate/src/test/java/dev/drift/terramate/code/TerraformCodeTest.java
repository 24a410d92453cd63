package dev.drift.terramate.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.code.CodeDigest;
import dev.drift.code.CodeException;
import dev.drift.code.IacTool;
import dev.drift.code.ProviderUse;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import dev.drift.terramate.Sources;
import dev.drift.value.ValuePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformCodeTest {

    @TempDir
    Path root = Path.of("");

    private Sources sources = new Sources(root);

    @BeforeEach
    void startEmpty() {
        sources = new Sources(root);
    }

    private StackCode read() {
        return TerraformCode.standard().read(root);
    }

    private StateLocation.Backend backend() {
        return (StateLocation.Backend) read().state();
    }

    @ParameterizedTest
    @CsvSource({
        "main.tf, TERRAFORM",
        "main.tofu, TOFU",
        "main.tofu.json, TOFU",
        "terragrunt.hcl, TERRAGRUNT",
        "readme.md, TERRAFORM"
    })
    void theFilesTellTheTool(String file, IacTool tool) {
        sources.with(file, file.endsWith("json") ? "{}" : "");

        assertThat(read().tool()).isEqualTo(tool);
    }

    @Test
    void readsTheBackendWithItsLiteralSettings() {
        sources.with("main.tf", """
            terraform {
              backend "s3" {
                bucket         = "states"
                key            = "prod/web.tfstate"
                region         = var.region
                use_lockfile   = true
                shared_config_files = ["a", "b"]
                assume_role = {
                  role_arn    = "arn:aws:iam::1:role/r"
                  external_id = local.id
                }
              }
            }
            """);

        assertThat(backend().type()).isEqualTo("s3");
        assertThat(backend().settings())
                .isEqualTo(Map.of(
                        "bucket", "states",
                        "key", "prod/web.tfstate",
                        "use_lockfile", "true",
                        "shared_config_files.0", "a",
                        "shared_config_files.1", "b",
                        "assume_role.role_arn", "arn:aws:iam::1:role/r"));
        assertThat(backend().opaque()).containsExactly("assume_role.external_id", "region");
    }

    @Test
    void withoutABackendTheStateIsLocal() {
        sources.with("main.tf", "");

        assertThat(read().state()).isEqualTo(new StateLocation.Backend("local", Map.of(), "default"));
    }

    @Test
    void anOverrideFileReplacesTheBackend() {
        sources.with("a_override.tf", "terraform {\n backend \"local\" {}\n}")
                .with("z.tf", "terraform {\n backend \"s3\" {}\n}");

        assertThat(backend().type()).isEqualTo("local");
    }

    @Test
    void readsACloudBlock() {
        sources.with(
                "main.tf", "terraform {\n cloud {\n organization = \"acme\"\n workspaces {\n name = \"w\"\n }\n }\n}");

        assertThat(backend().type()).isEqualTo("cloud");
        assertThat(backend().settings()).isEqualTo(Map.of("organization", "acme", "workspaces.name", "w"));
    }

    @Test
    void theEnvironmentSelectsTheWorkspaceBeforeTheCheckoutDoes() {
        sources.with("main.tf", "").with(".terraform/environment", "blue");

        assertThat(backend().workspace()).isEqualTo("blue");
        assertThat(TerraformCode.with(CodeSettings.of(Map.of("TF_WORKSPACE", "green")))
                        .read(root)
                        .state())
                .isEqualTo(new StateLocation.Backend("local", Map.of(), "green"));
    }

    @Test
    void theDataDirectoryMayBeElsewhere() {
        sources.with("main.tf", "").with("elsewhere/environment", "red\n");

        assertThat(TerraformCode.with(CodeSettings.of(Map.of("TF_DATA_DIR", "elsewhere", "TF_WORKSPACE", "")))
                        .read(root)
                        .state())
                .isEqualTo(new StateLocation.Backend("local", Map.of(), "red"));
    }

    @Test
    void tofuFilesStandForTerraformFilesOfTheirName() {
        sources.with("a.tf", "resource \"old\" \"x\" {}")
                .with("a.tofu", "resource \"new\" \"x\" {}")
                .with("b.tf", "resource \"kept\" \"x\" {}")
                .with("c.tf.json", "{\"resource\": {\"old_json\": {\"x\": {}}}}")
                .with("c.tofu.json", "{\"resource\": {\"new_json\": {\"x\": {}}}}");

        assertThat(read().resourceTypes()).containsExactly("kept", "new", "new_json");
    }

    @Test
    void readsJson() {
        sources.with("main.tf.json", """
            {
              "//": "a comment",
              "terraform": [{"backend": {"s3": {"bucket": "b", "encrypt": true, "key": "${var.k}"}}}],
              "provider": {"aws": [{"region": "eu-central-1"}, {"alias": "us", "region": "us-east-1"}]},
              "resource": {"aws_instance": {"web": {"ami": "x", "lifecycle": {"ignore_changes": ["tags[\\"a\\"]"]}}}},
              "data": {"aws_ami": {"x": {}}},
              "module": {"m": {"source": "./m"}}
            }
            """)
                .with(
                        "m/main.tf.json",
                        "{\"resource\": [{\"t\": {\"n\": {\"lifecycle\": {\"ignore_changes\": \"all\"}}}}]}");

        StackCode code = read();

        assertThat(backend().settings()).isEqualTo(Map.of("bucket", "b", "encrypt", "true"));
        assertThat(code.providers())
                .extracting(ProviderUse::alias)
                .containsExactly(Optional.empty(), Optional.of("us"));
        assertThat(code.resourceTypes()).containsExactly("aws_ami", "aws_instance", "t");
        assertThat(code.ignores().byResource())
                .isEqualTo(Map.of(
                        "aws_instance.web", List.of(ValuePath.of("tags").field("a")),
                        "module.m.t.n", List.of(ValuePath.ROOT)));
    }

    @Test
    void namesTheTypesOfWhateverAskedAProvider() {
        sources.with("a.tf", """
            ephemeral "aws_secretsmanager_secret_version" "x" {}
            action "aws_lambda_invoke" "x" {}
            check "health" {
              data "aws_lb" "x" {}
            }
            """).with("b.tf.json", """
                    {"ephemeral": {"aws_kms_secrets": {"x": {}}}, "check": {"c": {"data": {"aws_eip": {"x": {}}}}}}
                    """);

        assertThat(read().resourceTypes())
                .containsExactly(
                        "aws_eip",
                        "aws_kms_secrets",
                        "aws_lambda_invoke",
                        "aws_lb",
                        "aws_secretsmanager_secret_version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main.tf~", ".hidden.tf", "#main.tf#", "main.tf.bak"})
    void leavesBackupsAlone(String name) {
        sources.with(name, "this is no code {");

        assertThat(read().resourceTypes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.tf | resource \"a\" | main.tf:1:13",
                "main.tf.json | {\"resource\": | main.tf.json:1:",
                "main.tf.json | [] | main.tf.json:1:1",
                "main.tf | module \"m\" { source = \"./nowhere\" } | main.tf:1:23",
                "main.tf | resource \"a\" \"b\" { lifecycle { ignore_changes = tags } } | main.tf:1:48",
            })
    void saysWhereTheCodeIsBroken(String file, String text, String place) {
        sources.with(file, text.replace("{ lifecycle {", "{\nlifecycle {\n").replace(" } }", "\n}\n}"));
        String expected = text.contains("lifecycle") ? "main.tf:3:19" : place;

        assertThatThrownBy(this::read).isInstanceOf(CodeException.class).hasMessageStartingWith(expected);
    }

    @Test
    void theDigestChangesWithEveryFileRead() {
        sources.with("main.tf", "module \"m\" { source = \"./m\" }")
                .with("m/main.tf", "")
                .with("notes.md", "");
        String before = read().digest().sha256();

        assertThat(before).matches("[0-9a-f]{64}");
        sources.with("notes.md", "changed");
        assertThat(read().digest().sha256()).isEqualTo(before);
        sources.with("m/main.tf", "# changed");
        String changedModule = read().digest().sha256();
        assertThat(changedModule).isNotEqualTo(before);
        sources.with("terraform.tfvars", "a = 1");
        assertThat(read().digest().sha256()).isNotEqualTo(changedModule);
    }

    @Test
    void filesThatExpressionsWriteOutBelongToTheDigest() {
        sources.with("main.tf", "module \"m\" { source = \"./m\" }\nlocals { top = file(\"${path.root}/top.json\") }")
                .with("m/main.tf", "locals { own = [templatefile(\"${path.module}/own.tftpl\", { a = 1 })] }")
                .with("m/own.tftpl", "${a}")
                .with("top.json", "{}");
        CodeDigest before = read().digest();

        assertThat(before.beyond()).isEmpty();
        sources.with("m/own.tftpl", "changed ${a}");
        CodeDigest changed = read().digest();
        assertThat(changed.sha256()).isNotEqualTo(before.sha256());
        sources.with("top.json", "[]");
        assertThat(read().digest().sha256()).isNotEqualTo(changed.sha256());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "locals { a = file(var.name) }",
                "locals { a = file(\"${path.module}/${var.name}\") }",
                "locals { a = filemd5(\"missing.json\") }",
                "locals { a = core::filesha256(local.b) }",
                "resource \"aws_s3_object\" \"o\" { for_each = fileset(path.module, \"*.json\") }",
                "locals { a = { b = [for c in [timestamp()] : c] } }",
                "locals { a = templatefile(\"reads.tftpl\", {}) }",
                "data \"archive_file\" \"z\" {}",
                "check \"c\" {\n  data \"local_file\" \"f\" {}\n}",
                "module \"m\" { source = \"acme/vpc/aws\" }"
            })
    void whatTheDigestDoesNotCoverIsTold(String code) {
        sources.with("main.tf", code).with("reads.tftpl", "${file(\"other.json\")}");

        assertThat(read().digest().beyond()).hasSize(1);
    }
}
