package dev.drift.terramate.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.ProviderLock;
import dev.drift.code.ProviderUse;
import dev.drift.terramate.Sources;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What code says of the providers it uses. */
class LockedProvidersTest {

    @TempDir
    Path root = Path.of("");

    private Sources sources = new Sources(root);

    @BeforeEach
    void startEmpty() {
        sources = new Sources(root);
    }

    private void declareProviders() {
        sources.with("main.tf", """
                        terraform {
                          required_providers {
                            aws    = { source = "hashicorp/aws", version = "~> 5.0" }
                            custom = { source = "example.com/acme/custom" }
                          }
                        }
                        provider "aws" {
                          region = "eu-central-1"
                          default_tags {
                            tags = { team = "web", stage = var.stage }
                          }
                        }
                        provider "aws" {
                          alias  = "us"
                          region = var.region
                        }
                        provider "custom" {}
                        """).with(".terraform.lock.hcl", """
                        provider "registry.terraform.io/hashicorp/aws" {
                          version = "5.100.0"
                          hashes  = ["zh:beef", "h1:cafe="]
                        }
                        provider "registry.terraform.io/hashicorp/random" {
                          version = "3.6.0"
                        }
                        """);
    }

    @Test
    void readsProvidersWithLiteralsAndLocks() {
        declareProviders();

        assertThat(providers())
                .containsExactly(
                        new ProviderUse("example.com/acme/custom", Optional.empty(), Optional.empty(), Map.of()),
                        new ProviderUse(
                                "registry.terraform.io/hashicorp/aws",
                                Optional.empty(),
                                Optional.of(new ProviderLock("5.100.0", Set.of("h1:cafe=", "zh:beef"))),
                                Map.of(
                                        "region",
                                        Value.of("eu-central-1"),
                                        "default_tags",
                                        Value.of(List.of(Value.of(Map.of(
                                                "tags",
                                                Value.of(Map.of(
                                                        "team", Value.of("web"), "stage", Value.unknown())))))))),
                        new ProviderUse(
                                "registry.terraform.io/hashicorp/aws",
                                Optional.of("us"),
                                Optional.of(new ProviderLock("5.100.0", Set.of("h1:cafe=", "zh:beef"))),
                                Map.of("region", Value.unknown())),
                        new ProviderUse(
                                "registry.terraform.io/hashicorp/random",
                                Optional.empty(),
                                Optional.of(new ProviderLock("3.6.0", Set.of())),
                                Map.of()));
    }

    @Test
    void aTofuProviderBelongsToTheRegistryOfTofu() {
        sources.with("main.tofu", "provider \"aws\" {}");

        assertThat(providers()).extracting(ProviderUse::source).containsExactly("registry.opentofu.org/hashicorp/aws");
    }

    @Test
    void sourceIsFoundHoweverItIsSpelledAndNeverTakenForThatOfAnotherRegistry() {
        String lock = "provider \"%s/hashicorp/aws\" {\n  version = \"5.100.0\"\n}\n";
        sources.with("main.tf", """
                        terraform {
                          required_providers {
                            aws = { source = "HashiCorp/AWS" }
                          }
                        }
                        provider "aws" {
                          region = "eu-central-1"
                        }
                        """).with(".terraform.lock.hcl", lock.formatted("registry.opentofu.org"));
        assertThat(providers()).extracting(ProviderUse::source).containsExactly("registry.opentofu.org/hashicorp/aws");

        sources.with(
                ".terraform.lock.hcl",
                lock.formatted("registry.example.com") + lock.formatted("registry.terraform.io"));
        assertThat(providers())
                .filteredOn(use -> !use.configuration().isEmpty())
                .extracting(ProviderUse::source)
                .containsExactly("registry.terraform.io/hashicorp/aws");

        sources.with(
                ".terraform.lock.hcl",
                lock.formatted("registry.example.com") + lock.formatted("registry.opentofu.org"));
        assertThat(providers())
                .filteredOn(use -> !use.configuration().isEmpty())
                .singleElement()
                .satisfies(use -> assertThat(use.lock()).isEmpty());
    }

    @Test
    void computedAliasIsNotTakenForTheDefaultConfiguration() {
        sources.with("main.tf", "provider \"aws\" {\n  alias  = \"${\"west\"}\"\n  region = \"eu-west-1\"\n}\n");

        assertThat(providers())
                .singleElement()
                .satisfies(use -> assertThat(use.configuration()).containsEntry("alias", Value.unknown()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~> 5.0", ">= 5.1, < 6", "5.100.0", "!= 5.99.0", "~> 5.100.0"})
    void aLockThatTheCodeAcceptsCounts(String required) {
        assertThat(locked("aws = { source = \"hashicorp/aws\", version = \"" + required + "\" }", ""))
                .isPresent();
        assertThat(locked("aws = \"" + required + "\"", "")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~> 4.0", "< 5.100.0", "5.99.0", "~> 5.99.0", "~> 5.0, != 5.100.0", "newest", ""})
    void aLockThatTheCodeDoesNotAcceptDoesNotCount(String required) {
        assertThat(locked("aws = { source = \"hashicorp/aws\", version = \"" + required + "\" }", ""))
                .isEmpty();
        assertThat(locked("aws = \"" + required + "\"", "")).isEmpty();
        assertThat(locked("", "version = \"" + required + "\"")).isEmpty();
    }

    @Test
    void aModuleHasASayInTheVersionToo() {
        sources.with("inner/main.tf", "terraform {\n  required_providers {\n    aws = \"< 5.0\"\n  }\n}\n");

        assertThat(locked("aws = \">= 4.0\"", "}\nmodule \"inner\" {\n  source = \"./inner\""))
                .isEmpty();
    }

    private Optional<ProviderLock> locked(String requirement, String inProvider) {
        sources.with(
                        "main.tf",
                        "terraform {\n  required_providers {\n" + requirement + "\n  }\n}\nprovider \"aws\" {\n"
                                + inProvider + "\n}\n")
                .with(
                        ".terraform.lock.hcl",
                        "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.100.0\"\n}\n");
        return providers().get(0).lock();
    }

    private List<ProviderUse> providers() {
        return TerraformCode.standard().read(root).providers();
    }
}
