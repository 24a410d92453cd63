package dev.drift.terramate.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.code.CodeException;
import dev.drift.code.StackCode;
import dev.drift.terramate.Sources;
import dev.drift.value.ValuePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTreeTest {

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

    @Test
    void namesTheTypesOfAllLocalModules() {
        sources.with("main.tf", "resource \"aws_vpc\" \"a\" {}\nmodule \"web\" { source = \"./web\" }")
                .with("web/main.tf", "data \"aws_ami\" \"x\" {}\nmodule \"in\" { source = \"../deep/er\" }")
                .with("deep/er/main.tf", "resource \"aws_iam_role\" \"r\" {}");

        assertThat(read().resourceTypes()).containsExactly("aws_ami", "aws_iam_role", "aws_vpc");
        assertThat(read().ignores().unseen()).isEmpty();
    }

    @Test
    void readsIgnoredPathsAsTheyAreWritten() {
        sources.with("main.tf", """
                resource "aws_instance" "a" {
                  lifecycle {
                    ignore_changes = [tags, tags["cost centre"], ebs_block_device[0].size, "user_data", tags.team]
                  }
                }
                resource "aws_instance" "b" {
                  lifecycle {
                    ignore_changes = all
                  }
                }
                resource "aws_instance" "c" {
                  lifecycle {
                    ignore_changes = ["*"]
                  }
                }
                """);

        assertThat(read().ignores().byResource())
                .isEqualTo(Map.of(
                        "aws_instance.a",
                        List.of(
                                ValuePath.of("tags"),
                                ValuePath.of("tags").field("cost centre"),
                                ValuePath.of("ebs_block_device").index(0).field("size"),
                                ValuePath.of("user_data"),
                                ValuePath.of("tags").field("team")),
                        "aws_instance.b",
                        List.of(ValuePath.ROOT),
                        "aws_instance.c",
                        List.of(ValuePath.ROOT)));
    }

    @Test
    void readsIgnoredPathsOfEveryCallOfALocalModule() {
        sources.with("main.tf", "module \"a\" { source = \"./m\" }\nmodule \"b\" { source = \"./m\" }")
                .with("m/main.tf", "module \"in\" { source = \"../n\" }")
                .with("n/main.tf", "resource \"x\" \"y\" {\n lifecycle {\n ignore_changes = [z]\n }\n}");

        assertThat(read().ignores().byResource())
                .containsOnlyKeys("module.a.module.in.x.y", "module.b.module.in.x.y")
                .containsValue(List.of(ValuePath.of("z")));
    }

    @Test
    void saysWhichModulesItCannotSee() {
        sources.with("main.tf", "module \"far\" { source = \"acme/vpc/aws\" }\nmodule \"near\" { source = \"./near\" }")
                .with("near/main.tf", "module \"git\" { source = \"git::https://example.com/x.git\" }");

        assertThat(read().ignores().unseen()).containsExactly("module.far", "module.near.module.git");
        assertThat(read().ignores().sees("module.far.x.y")).isFalse();
        assertThat(read().ignores().sees("module.near.x.y")).isTrue();
        assertThat(read().ignores().sees("module.farther.x.y")).isTrue();
    }

    @Test
    void seesRemoteModulesWhereInitPutThem() {
        sources.with("main.tf", "module \"far\" { source = \"acme/vpc/aws\" }")
                .with(".terraform/modules/modules.json", """
                        {"Modules":[{"Key":"","Source":"","Dir":"."},
                          {"Key":"far","Source":"registry.terraform.io/acme/vpc/aws","Dir":".terraform/modules/far"}]}
                        """)
                .with(
                        ".terraform/modules/far/main.tf",
                        "resource \"x\" \"y\" {\n lifecycle {\n ignore_changes = [z]\n }\n}");

        assertThat(read().ignores().unseen()).isEmpty();
        assertThat(read().ignores().byResource()).containsOnlyKeys("module.far.x.y");
    }

    @Test
    void anOverrideFileReplacesWhatIsIgnored() {
        sources.with("main.tf", "resource \"x\" \"y\" {\n lifecycle {\n ignore_changes = [a]\n }\n}")
                .with("override.tf", "resource \"x\" \"y\" {\n lifecycle {\n ignore_changes = [b]\n }\n}");

        assertThat(read().ignores().byResource()).isEqualTo(Map.of("x.y", List.of(ValuePath.of("b"))));
    }

    @Test
    void followsLinksToModulesAndNamesTheirFilesFromTheStack() throws Exception {
        sources.with("real/main.tf", "resource \"x\" \"y\" {}")
                .with("stack/main.tf", "module \"m\" { source = \"./m\" }");
        Files.createSymbolicLink(root.resolve("stack/m"), root.resolve("real"));

        assertThat(TerraformCode.standard().read(root.resolve("stack")).resourceTypes())
                .containsExactly("x");
    }

    @Test
    void modulesThatCallEachOtherEnd() {
        sources.with("main.tf", "module \"a\" { source = \"./a\" }")
                .with("a/main.tf", "module \"b\" { source = \"../\" }");

        assertThatThrownBy(this::read).isInstanceOf(CodeException.class).hasMessageContaining("in a circle");
    }

    @Test
    void modulesThatFanOutWithoutEndEnd() {
        for (int level = 0; level < 20; level++) {
            sources.with("m" + level + "/main.tf", """
                    module "a" { source = "../m%d" }
                    module "b" { source = "../m%d" }
                    """.formatted(level + 1, level + 1));
        }
        sources.with("m20/main.tf", "").with("main.tf", "module \"m\" { source = \"./m0\" }");

        assertThatThrownBy(this::read).isInstanceOf(CodeException.class).hasMessageContaining("too many");
    }
}
