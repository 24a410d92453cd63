package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.value.Json;
import dev.drift.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionTextTest {

    @Test
    void bothFormsGiveTheSameValue() throws NotDecryptedException {
        Value hcl = EncryptionText.read("""
                # how states are encrypted
                key_provider "pbkdf2" "mine" {
                  passphrase = "a \\"quoted\\" passphrase\\t\\u00e9" // not this
                  iterations = 600000
                }
                key_provider "aws_kms" "ours" {
                  kms_key_id           = "k" /* nor
                  this */
                  token = null
                  endpoints {
                    sts = "http://x"
                  }
                  encryption_context = { a = "b", "c": "d" }
                  allowed_account_ids = ["1", "2",]
                }
                method "aes_gcm" "sealed" {
                  keys = key_provider.pbkdf2.mine
                  aad = [1, -2]
                }
                state {
                  method = method.aes_gcm.sealed
                  fallback {
                    method = method.unencrypted.plain
                  }
                }
                """);

        assertThat(hcl).isEqualTo(Json.read("""
                {"key_provider": {
                   "pbkdf2": {"mine": {"passphrase": "a \\"quoted\\" passphrase\\té", "iterations": 600000}},
                   "aws_kms": {"ours": {"kms_key_id": "k", "token": null,
                      "endpoints": {"sts": "http://x"}, "encryption_context": {"a": "b", "c": "d"},
                      "allowed_account_ids": ["1", "2"]}}},
                 "method": {"aes_gcm": {"sealed": {"keys": "${key_provider.pbkdf2.mine}", "aad": [1, -2]}}},
                 "state": {"method": "${method.aes_gcm.sealed}", "fallback": {"method": "${method.unencrypted.plain}"}}}
                """));
        assertThat(EncryptionText.read(Json.write(hcl))).isEqualTo(hcl);
    }

    @Test
    void referencesMayBeWrittenEitherWay() {
        assertThat(EncryptionText.reference(Value.of("${ key_provider.pbkdf2.mine }")))
                .isEqualTo(EncryptionText.reference(Value.of("key_provider.pbkdf2.mine")))
                .containsExactly("key_provider", "pbkdf2", "mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": hunter2}",
                "a = \"x${var.hunter2}\"",
                "a = \"$${x}\"",
                "a = file(\"hunter2\")",
                "a = <<E\nhunter2\nE",
                "a = 1 + 1",
                "a = [for x in y : x]",
                "a = x[0]",
                "a = \"hunter2",
                "a = 1\na = 2",
                "b {} }",
                "b {",
                "a =",
                "=",
                "a = [[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]",
                "/* hunter2"
            })
    void whateverWouldHaveToBeComputedIsRefusedWithoutQuotingIt(String text) {
        NotDecryptedException thrown =
                catchThrowableOfType(NotDecryptedException.class, () -> EncryptionText.read(text));

        assertThat(thrown).isNotNull();
        assertThat(thrown.reason()).isEqualTo("TF_ENCRYPTION says more than literals and references");
        assertThat(thrown).hasNoCause();
    }
}
