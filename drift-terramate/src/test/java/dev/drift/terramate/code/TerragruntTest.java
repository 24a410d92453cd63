package dev.drift.terramate.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import dev.drift.terramate.Sources;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerragruntTest {

    private static final String ROOT = """
            remote_state {
              backend = "s3"
              generate = {
                path      = "backend.tf"
                if_exists = "overwrite"
              }
              config = {
                bucket = "states"
                key    = "${path_relative_to_include()}/terraform.tfstate"
                region = local.region
              }
            }
            """;

    @TempDir
    Path root = Path.of("");

    private Sources sources = new Sources(root);

    @BeforeEach
    void startEmpty() {
        sources = new Sources(root);
    }

    private StackCode unit() {
        return TerraformCode.standard().read(root.resolve("prod/web"));
    }

    @Test
    void findsTheStateThroughTheFileItIncludes() {
        sources.with("root.hcl", ROOT)
                .with("prod/web/terragrunt.hcl", "include \"root\" {\n path = find_in_parent_folders(\"root.hcl\")\n}");

        assertThat(unit().tool()).isEqualTo(IacTool.TERRAGRUNT);
        assertThat(unit().state())
                .isEqualTo(new StateLocation.Backend(
                        "s3",
                        Map.of("bucket", "states", "key", "prod/web/terraform.tfstate"),
                        Set.of("region"),
                        "default"));
    }

    @Test
    void findsTheNearestTerragruntFileAbove() {
        sources.with("terragrunt.hcl", ROOT)
                .with("prod/web/terragrunt.hcl", "include {\n path = find_in_parent_folders()\n}");

        assertThat(((StateLocation.Backend) unit().state()).settings()).containsEntry("bucket", "states");
    }

    @Test
    void itsOwnStateStandsBeforeAnIncludedOne() {
        sources.with("root.hcl", ROOT).with("prod/web/terragrunt.hcl", """
                include "root" {
                  path = "../../root.hcl"
                }
                remote_state {
                  backend = "local"
                  config = { path = "${get_terragrunt_dir()}/x.tfstate" }
                }
                """);

        assertThat(unit().state())
                .isEqualTo(new StateLocation.Backend(
                        "local", Map.of("path", root.toAbsolutePath() + "/prod/web/x.tfstate"), "default"));
    }

    @Test
    void readsAGeneratedBackend() {
        sources.with("prod/web/terragrunt.hcl", """
                generate "backend" {
                  path     = "backend.tf"
                  contents = <<-EOF
                    terraform {
                      backend "s3" {
                        bucket = "generated"
                      }
                    }
                  EOF
                }
                """);

        assertThat(unit().state()).isEqualTo(new StateLocation.Backend("s3", Map.of("bucket", "generated"), "default"));
    }

    @Test
    void aConfigurationThatIsNoObjectIsNotTakenForAnEmptyOne() {
        sources.with("prod/web/terragrunt.hcl", "remote_state {\n backend = \"local\"\n config = local.all\n}");

        assertThat(((StateLocation.Backend) unit().state()).opaque()).containsExactly("config");
    }

    @Test
    void saysThatAStateCannotBeDetermined() {
        sources.with("prod/web/terragrunt.hcl", "remote_state {\n backend = local.kind\n config = {}\n}");

        assertThat(unit().state()).isInstanceOf(StateLocation.Undetermined.class);
    }

    @Test
    void anIncludeThatCannotBeFoundLeavesEverythingOpen() {
        sources.with("prod/web/terragrunt.hcl", "include \"root\" {\n path = local.somewhere\n}");

        assertThat(unit().state()).isInstanceOf(StateLocation.Undetermined.class);
        assertThat(unit().ignores().sees("aws_vpc.main")).isFalse();
    }

    @Test
    void readsTheLocalSourceOfItsCode() {
        sources.with("prod/web/terragrunt.hcl", "terraform {\n source = \"../../modules//web\"\n}")
                .with("modules/web/main.tf", "resource \"x\" \"y\" {\n lifecycle {\n ignore_changes = all\n }\n}")
                .with("prod/web/extra.tf", "resource \"extra\" \"e\" {}");

        assertThat(unit().resourceTypes()).containsExactly("extra", "x");
        assertThat(unit().ignores().byResource()).containsOnlyKeys("x.y");
        assertThat(unit().ignores().unseen()).isEmpty();
    }

    @Test
    void aRemoteSourceIsUnseen() {
        sources.with(
                "prod/web/terragrunt.hcl", "terraform {\n source = \"git::https://example.com/m.git//web?ref=v1\"\n}");

        assertThat(unit().ignores().sees("aws_vpc.main")).isFalse();
    }

    @Test
    void whatItIncludesBelongsToItsDigest() {
        sources.with("root.hcl", ROOT)
                .with("prod/web/terragrunt.hcl", "include \"root\" {\n path = find_in_parent_folders(\"root.hcl\")\n}");
        String before = unit().digest().sha256();
        sources.with("root.hcl", ROOT + "# changed");

        assertThat(unit().digest().sha256()).isNotEqualTo(before);
    }
}
