package dev.drift.terramate.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.CodeDigest;
import dev.drift.terramate.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {

    @TempDir
    Path root = Path.of("");

    private Sources sources = new Sources(root);

    @BeforeEach
    void startEmpty() {
        sources = new Sources(root);
    }

    private CodeDigest digest() {
        return TerraformCode.standard().read(root).digest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${filebase64sha256(\\\"x.zip\\\")}",
                "${core::file (\\\"x\\\")}",
                "%{ if fileexists(\\\"x\\\") }a%{ endif }",
                "at ${timestamp()}",
                "${templatestring(local.t, {})}",
                "${path.cwd}/x",
                "${provider::x::y(1)}"
            })
    void whatATemplateInJsonCallsIsBeyond(String template) {
        sources.with("main.tf.json", "{\"locals\": {\"a\": [{\"b\": \"" + template + "\"}]}}");
        assertThat(digest().beyond()).hasSize(1);

        sources.with("main.tf.json", "{\"locals\": {\"a\": {\"" + template + "\": 1}}}");
        assertThat(digest().beyond()).hasSize(1);
    }

    @Test
    void aTemplateInJsonThatOnlyComputesIsNotBeyond() {
        sources.with("main.tf.json", "{\"locals\": {\"a\": \"${lower(var.profile)}\", \"b\": \"file(x)\"}}");

        assertThat(digest().beyond()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${templatefile(\"x\", {})}",
                "${core::templatefile(\"x\", {})}",
                "${templatestring(t, {})}",
                "${timestamp()}",
                "${core::timestamp()}",
                "${plantimestamp ()}",
                "${uuid()}",
                "${bcrypt(a)}",
                "${abspath(a)}",
                "${pathexpand(a)}",
                "${fileset(a, b)}",
                "${filesha256(a)}",
                "${provider::x::y(a)}"
            })
    void whatATemplateFileCallsIsBeyond(String template) {
        sources.with("main.tf", "locals { a = templatefile(\"a.tftpl\", {}) }").with("a.tftpl", template);

        assertThat(digest().beyond()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "templatestring(local.t, {})",
                "core::templatestring(local.t, {})",
                "abspath(\"x\")",
                "core::abspath(\"x\")",
                "[pathexpand(\"~/x\")]",
                "{ a = path.cwd }",
                "\"${path . cwd}/x\"",
                "provider::x::y(1)",
                "lower(provider::x::y(1))"
            })
    void whatTheMachineAndProvidersComputeIsBeyond(String expression) {
        sources.with("main.tf", "locals { a = " + expression + " }");

        assertThat(digest().beyond()).hasSize(1);
    }

    @Test
    void twoSlashesBehindTheModuleStayInTheModule() {
        sources.with("main.tf", "locals { a = file(\"${path.module}//x.json\") }")
                .with("x.json", "{}");
        CodeDigest before = digest();

        assertThat(before.beyond()).isEmpty();
        sources.with("x.json", "[]");
        assertThat(digest().sha256()).isNotEqualTo(before.sha256());
    }

    @Test
    void twoFilesOfOneNameBehindALinkBothCount() throws IOException {
        sources.with("main.tf", "module \"m\" { source = \"./m\" }\nlocals { a = file(\"x.json\") }")
                .with("far/deep/main.tf", "locals { a = file(\"${path.module}/../x.json\") }")
                .with("far/x.json", "far")
                .with("x.json", "near");
        Files.createSymbolicLink(root.resolve("m"), Path.of("far/deep"));
        String before = digest().sha256();

        sources.with("far/x.json", "far changed");
        String changedFar = digest().sha256();
        sources.with("far/x.json", "far").with("x.json", "near changed");

        assertThat(changedFar).isNotEqualTo(before);
        assertThat(digest().sha256()).isNotEqualTo(before);
        sources.with("x.json", "near");
        assertThat(digest().sha256()).isEqualTo(before);
    }

    @Test
    void whereALinkLeadsCountsEvenIfAllFilesAreReadAnyway() throws IOException {
        sources.with("main.tf", """
                        module "p" { source = "./x" }
                        module "q" { source = "./z" }
                        module "r" { source = "./y" }
                        """).with("a/main.tf", "locals { a = 1 }").with("b/main.tf", "locals { b = 1 }");
        Files.createSymbolicLink(root.resolve("x"), Path.of("a"));
        Files.createSymbolicLink(root.resolve("z"), Path.of("b"));
        Files.createSymbolicLink(root.resolve("y"), Path.of("a"));
        String before = digest().sha256();

        Files.delete(root.resolve("y"));
        Files.createSymbolicLink(root.resolve("y"), Path.of("b"));

        assertThat(digest().sha256()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m/other.tofu", "m/main.tofu", "m/other.tofu.json"})
    void codeForOpenTofuAloneCountsInAStackOfTerraform(String file) {
        boolean json = file.endsWith("json");
        sources.with("main.tf", "module \"m\" { source = \"./m\" }")
                .with("m/main.tf", "")
                .with(file, json ? "{}" : "locals {}");
        CodeDigest before = digest();

        assertThat(before.beyond()).isEmpty();
        sources.with(file, json ? "{\"locals\": {}}" : "locals { a = 1 }");
        assertThat(digest().sha256()).isNotEqualTo(before.sha256());
    }

    @Test
    void codeThatOpenTofuReplacesCounts() {
        sources.with("main.tofu", "").with("main.tf", "locals {}");
        CodeDigest before = digest();

        assertThat(before.beyond()).isEmpty();
        sources.with("main.tf", "locals { a = 1 }");
        assertThat(digest().sha256()).isNotEqualTo(before.sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"module \"n\" { source = \"./n\" }", "locals { a = timestamp() }", "locals {"})
    void whatCodeForTheOtherToolDependsOnIsBeyond(String other) {
        sources.with("main.tofu", "").with("main.tf", other);

        assertThat(digest().beyond()).hasSize(1);
    }
}
