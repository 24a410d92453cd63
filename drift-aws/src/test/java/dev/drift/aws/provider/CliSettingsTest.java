package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliSettingsTest {

    @Test
    void readsWhatStandsInBlocks() {
        assertThat(CliSettings.read("""
                        # plugin_cache_dir = "/commented"
                        plugin_cache_dir   = "$HOME/.terraform.d/plugin-cache" // here
                        disable_checkpoint = true
                        credentials "app.terraform.io" {
                          token = "x{}=\\"y"
                        }
                        /* provider_installation { filesystem_mirror { path = "/no" } } */
                        provider_installation {
                          dev_overrides {
                            "hashicorp/null" = "/home/me/null"
                          }
                          filesystem_mirror {
                            path    = "/usr/share/terraform/providers"
                            include = ["example.com/*/*", "other.com/*/*"]
                          }
                          filesystem_mirror {
                            path = "C:\\\\mirror"
                          }
                          direct {}
                        }
                        """))
                .extracting(setting -> setting.path() + " = " + setting.value())
                .containsExactly(
                        "plugin_cache_dir = $HOME/.terraform.d/plugin-cache",
                        "disable_checkpoint = true",
                        " = credentials",
                        "app.terraform.io/token = x{}=\"y",
                        "provider_installation/dev_overrides/hashicorp/null = /home/me/null",
                        "provider_installation/filesystem_mirror/path = /usr/share/terraform/providers",
                        "provider_installation/filesystem_mirror/include = example.com/*/*",
                        "provider_installation/filesystem_mirror/include = other.com/*/*",
                        "provider_installation/filesystem_mirror/path = C:\\mirror");
    }

    @Test
    void readsTheSameAsJson() {
        assertThat(CliSettings.read("""
                        {"plugin_cache_dir": "/cache", "provider_installation": [{
                          "filesystem_mirror": [{"path": "/one", "include": ["a/b/c"]}, {"path": "/two"}]}]}
                        """))
                .extracting(setting -> setting.path() + " = " + setting.value())
                .containsExactly(
                        "plugin_cache_dir = /cache",
                        "provider_installation/filesystem_mirror/path = /one",
                        "provider_installation/filesystem_mirror/include = a/b/c",
                        "provider_installation/filesystem_mirror/path = /two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "}}}]]", "{{{{", "\"never ends", "a = = b", "/* never ends", "= {", "\\\"\\\\"})
    void nothingIsTooBrokenToBeRead(String text) {
        assertThat(CliSettings.read(text)).isNotNull();
    }

    @Test
    void longTextsAreNoBurden() {
        assertThat(CliSettings.read("plugin_cache_dir = \"" + "\\\\".repeat(200_000) + "\""))
                .hasSize(1);
    }
}
