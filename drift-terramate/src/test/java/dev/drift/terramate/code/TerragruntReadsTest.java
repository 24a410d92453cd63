package dev.drift.terramate.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.code.CodeException;
import dev.drift.terramate.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerragruntReadsTest {

    @TempDir
    Path temporary = Path.of("");

    private Sources sources = new Sources(temporary);

    @BeforeEach
    void resolveLinks() throws IOException {
        sources = new Sources(temporary.toRealPath()).asRepository();
    }

    @Test
    void aDirectoryWithoutTheFileReadsNothing() {
        sources.with("a/main.tf", "");

        assertThat(reads()).isEqualTo(new TerragruntReads(Set.of(), Optional.empty(), Set.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file("x.txt")                                                    | a/x.txt
            file("../x.txt")                                                 | x.txt
            file("${get_repo_root()}/x.txt")                                 | x.txt
            file("${get_path_to_repo_root()}/x.txt")                         | x.txt
            file("../../${basename("a/b")}.txt")                             |
            read_tfvars_file("x.tfvars")                                     | a/x.tfvars
            sops_decrypt_file(find_in_parent_folders("secrets.yaml", "s"))   | a/s
            templatefile("x.tpl", { a = dependency.b.outputs.c })            | a/x.tpl
            mark_as_read("/nowhere/x.txt")                                   |
            [for name in ["x", "y"] : file("${name}.txt")][0]                | a/x.txt
            jsondecode(file("${get_env("STAGE", "dev")}.json"))              | a/prod.json
            file("${get_env("NONE", "dev")}.json")                           | a/dev.json
            try(file("x.txt"), "")                                           | a/x.txt
            read_terragrunt_config("..")                                     | terragrunt.hcl
            read_terragrunt_config("none.hcl", { a = 1 })                    | a/none.hcl
            """)
    void notesWhatFunctionsRead(String expression, String file) {
        sources.with("a/terragrunt.hcl", "locals {\n  value = " + expression + "\n}\n")
                .with("a/x.txt", "x")
                .with("a/y.txt", "y");

        assertThat(reads().untold()).isEmpty();
        if (file == null) {
            assertThat(names(reads())).isEmpty();
        } else {
            assertThat(names(reads())).contains(file);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file("${run_cmd("name")}.txt")                       | a/terragrunt.hcl:2:11
            [for name in dependency.b.outputs.c : file(name)]    | a/terragrunt.hcl:2:49
            read_terragrunt_config(local.unknown)                | a/terragrunt.hcl:2:11
            """)
    void saysWhereItCannotBeTold(String expression, String place) {
        sources.with("a/terragrunt.hcl", "locals {\n  value = " + expression + "\n}\n");

        assertThat(reads().untold()).containsExactly(place);
    }

    @Test
    void localsMayStandInAnyOrder() {
        sources.with("a/terragrunt.hcl", "locals {\n  a = file(local.b)\n  b = \"${local.c}.txt\"\n  c = \"x\"\n}\n");

        assertThat(names(reads())).containsExactly("a/x.txt");
        assertThat(reads().untold()).isEmpty();
    }

    @Test
    void localsOfAnIncludedFileAreSeen() {
        sources.with("a/terragrunt.hcl", """
                        include "root" {
                          path   = find_in_parent_folders("root.hcl")
                          expose = true
                        }
                        terraform {
                          source = "${include.root.locals.modules}/one"
                        }
                        """).with("root.hcl", "locals {\n  modules = \"../modules\"\n}\n");

        assertThat(reads().source()).contains("../modules/one");
        assertThat(reads().untold()).isEmpty();
    }

    @Test
    void itsOwnSourceStandsBeforeTheIncludedOne() {
        sources.with("a/terragrunt.hcl", """
                        include {
                          path = "../root.hcl"
                        }
                        terraform {
                          source = "tfr:///one/two/three"
                        }
                        """).with("root.hcl", "terraform {\n  source = \"../one\"\n}\n");

        assertThat(reads().source()).isEmpty();
    }

    @Test
    void aSourceIsToldIfItCannotLieBesideTheUnit() {
        sources.with("a/terragrunt.hcl", "terraform {\n  source = \"git::https://x.org/y?ref=${local.none}\"\n}\n");

        assertThat(reads().untold()).isEmpty();

        sources.with("a/terragrunt.hcl", "terraform {\n  source = \"${local.none}/one\"\n}\n");

        assertThat(reads().untold()).containsExactly("a/terragrunt.hcl:2:12");
    }

    @Test
    void aReadingThatGoesInACircleComesToAnEnd() {
        sources.with("a/terragrunt.hcl", "locals {\n  x = read_terragrunt_config(\"one.hcl\")\n}\n")
                .with("a/one.hcl", "locals {\n  x = read_terragrunt_config(\"two.hcl\")\n}\n")
                .with("a/two.hcl", "locals {\n  x = read_terragrunt_config(\"one.hcl\")\n}\n");

        assertThat(names(reads())).containsExactly("a/one.hcl", "a/two.hcl");
    }

    @Test
    void aReadingThatSpreadsComesToAnEnd() {
        sources.with("a/terragrunt.hcl", "locals {\n  x = read_terragrunt_config(\"0.hcl\")\n}\n");
        for (int at = 0; at < 60; at++) {
            String next = "read_terragrunt_config(\"" + (at + 1) + ".hcl\", {})";
            sources.with("a/" + at + ".hcl", "locals {\n  x = " + next + "\n  y = " + next + "\n}\n");
        }

        assertThat(reads().files()).hasSize(61);
    }

    @Test
    void tooManyConfigurationsCannotBeTold() {
        sources.with("a/terragrunt.hcl", "locals {\n  x = read_terragrunt_config(\"0.hcl\")\n}\n");
        for (int at = 0; at < 300; at++) {
            sources.with(
                    "a/" + at + ".hcl", "locals {\n  x = read_terragrunt_config(\"" + (at + 1) + ".hcl\", {})\n}\n");
        }

        assertThat(reads().untold()).containsExactly("a/200.hcl");
    }

    @Test
    void includesOfIncludedFilesCannotBeTold() {
        sources.with("a/terragrunt.hcl", "include {\n  path = \"../root.hcl\"\n}\n")
                .with("root.hcl", "include {\n  path = \"../top.hcl\"\n}\n");

        assertThat(reads().untold()).containsExactly("root.hcl:1:1");
    }

    @Test
    void refusesBrokenFiles() {
        sources.with("a/terragrunt.hcl", "include {\n  path = \"../root.hcl\"\n}\n")
                .with("root.hcl", "locals {");

        assertThatThrownBy(this::reads).isInstanceOf(CodeException.class).hasMessageStartingWith("root.hcl:1:8: ");
    }

    private TerragruntReads reads() {
        return TerragruntReads.of(sources.root(), sources.at("a"), Map.of("STAGE", "prod"));
    }

    private List<String> names(TerragruntReads reads) {
        return reads.files().stream()
                .map(file -> sources.root().relativize(file).toString())
                .sorted()
                .toList();
    }
}
