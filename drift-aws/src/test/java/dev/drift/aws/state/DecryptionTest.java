package dev.drift.aws.state;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states were encrypted by OpenTofu 1.12.6. */
class DecryptionTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String HCL = """
            key_provider "pbkdf2" "mine" {
              passphrase = "%s"
            }
            method "aes_gcm" "sealed" {
              keys = key_provider.pbkdf2.mine
            }
            state {
              method = method.aes_gcm.sealed
            }
            """;
    private static final String JSON = """
            {"key_provider": {"pbkdf2": {"mine": {"passphrase": "%s", "encrypted_metadata_alias": "shared"}}},
             "method": {"aes_gcm": {"sealed": {"keys": "${key_provider.pbkdf2.mine}", "aad": %s}}},
             "state": [{"method": "method.aes_gcm.sealed"}]}
            """;

    private static final String KMS = """
            key_provider "aws_kms" "k" {
              kms_key_id = "the-key"
              key_spec   = "AES_256"
              region     = "eu-central-1"
              access_key = "AKIDKMS"
              secret_key = "secret"
              endpoints {
                kms = "%s"
              }
            }
            method "aes_gcm" "m" {
              keys = key_provider.aws_kms.k
            }
            state {
              method = method.aes_gcm.m
            }
            """;

    @TempDir
    Path directory = Path.of("");

    private final StateStore store = StateStore.standard();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readsAStateThroughItsPassphrase() throws Exception {
        StateFacts facts = facts("pbkdf2.tfstate", HCL.formatted(PASSPHRASE));

        assertThat(facts.encrypted()).isTrue();
        assertThat(facts.version()).isEqualTo(new StateVersion(SampleStates.LINEAGE, 1));
        assertThat(facts.toolVersion()).isEqualTo("1.12.6");
        assertThat(facts.content())
                .isEqualTo(new StateContent.Seen(java.util.Set.of("terraform_data"), java.util.Set.of(), 1));
    }

    @Test
    void readsAStateWithAShorterKeyAnAliasAndBoundData() throws Exception {
        assertThat(facts("pbkdf2-sha256.tfstate", JSON.formatted(PASSPHRASE, "[1, 2, 255]"))
                        .content())
                .isInstanceOf(StateContent.Seen.class);
    }

    @Test
    void readsAStateThroughItsKeyManagementService() throws Exception {
        try (Bucket service = new Bucket()) {
            service.answeringPosts(aResponse()
                    .withBody("{\"Plaintext\": \"H8jn4ZLDdyy3vIWzgjgo2EhfIa9KCExCyjND68WpagU=\", \"KeyId\": \"k\"}"));

            StateFacts facts = facts("aws-kms.tfstate", KMS.formatted(service.address()));

            assertThat(facts.content()).isInstanceOf(StateContent.Seen.class);
            service.server()
                    .verify(postRequestedFor(anyUrl())
                            .withHeader("X-Amz-Target", equalTo("TrentService.Decrypt"))
                            .withHeader("Authorization", containing("AKIDKMS"))
                            .withRequestBody(matchingJsonPath("$.KeyId", equalTo("the-key")))
                            .withRequestBody(matchingJsonPath("$.CiphertextBlob", containing("ZThmMDdhMDEt"))));
        }
    }

    @Test
    void aKeyThatIsNotHandedOutLeavesTheStateClosed() throws Exception {
        try (Bucket service = new Bucket()) {
            service.answeringPosts(aResponse()
                    .withStatus(400)
                    .withBody("{\"__type\": \"AccessDeniedException\", \"Message\": \"not you\"}"));

            assertThat(hidden("aws-kms.tfstate", KMS.formatted(service.address())))
                    .contains("decrypting the key of the state failed: status 400 AccessDeniedException: not you");
        }
    }

    @Test
    void dataThatIsBoundToAStateMustBeTheSame() throws Exception {
        assertThat(hidden("pbkdf2-sha256.tfstate", JSON.formatted(PASSPHRASE, "[1, 2]")))
                .endsWith("the key does not fit");
    }

    @Test
    void triesTheFallback() throws Exception {
        String fallback = HCL.formatted(PASSPHRASE).replace("state {", """
                        key_provider "pbkdf2" "new" {
                          passphrase = "another one that is long enough"
                        }
                        method "aes_gcm" "new" {
                          keys = key_provider.pbkdf2.new
                        }
                        state {
                          method = method.aes_gcm.new
                          fallback {""") + "}\n";

        assertThat(facts("pbkdf2.tfstate", fallback).content()).isInstanceOf(StateContent.Seen.class);
    }

    @Test
    void serialAndLineageAreReadableWithoutTheKey() throws Exception {
        StateFacts facts = facts("pbkdf2.tfstate", "");

        assertThat(facts.version()).isEqualTo(new StateVersion(SampleStates.LINEAGE, 1));
        assertThat(facts.encrypted()).isTrue();
        assertThat(facts.content())
                .isEqualTo(new StateContent.Hidden(
                        "the state is encrypted and was not decrypted: TF_ENCRYPTION does not say how"));
    }

    @Test
    void saysWhyItDoesNotFitWithoutTellingTheSecret() throws Exception {
        String wrong = "wrong horse battery staple";

        assertThat(hidden("pbkdf2.tfstate", HCL.formatted(wrong)))
                .endsWith("the key does not fit")
                .doesNotContain(wrong);
        assertThat(hidden("pbkdf2.tfstate", HCL.formatted("${var.passphrase}")))
                .endsWith("TF_ENCRYPTION says more than literals and references");
        assertThat(hidden("pbkdf2.tfstate", HCL.formatted(PASSPHRASE).replace("pbkdf2", "openbao")))
                .endsWith("it was encrypted with a key that TF_ENCRYPTION does not name");
        assertThat(hidden("pbkdf2.tfstate", HCL.formatted(PASSPHRASE).replace("aes_gcm", "external")))
                .endsWith("its method of encryption is not known");
        assertThat(hidden("pbkdf2.tfstate", "plan {}")).endsWith("TF_ENCRYPTION names no method for states");
    }

    @Test
    void aKeyProviderThatIsNotOursIsNamed() throws Exception {
        String state = SampleStates.resource("pbkdf2.tfstate")
                .replace("key_provider.pbkdf2.mine", "key_provider.gcp_kms.mine");
        String told = HCL.formatted(PASSPHRASE).replace("pbkdf2", "gcp_kms");

        assertThat(content(state, told))
                .isEqualTo(new StateContent.Hidden(
                        "the state is encrypted and was not decrypted: keys of the provider \"gcp_kms\" are not used"));
    }

    @Test
    void anEncryptionFromTheFutureIsLeftAlone() throws Exception {
        String state = SampleStates.resource("pbkdf2.tfstate").replace("\"v0\"", "\"v1\"");

        assertThat(content(state, HCL.formatted(PASSPHRASE)).toString()).contains("a version that is not known");
    }

    @Test
    void anEnvelopeThatLiesIsNoState() throws Exception {
        String state = SampleStates.resource("pbkdf2.tfstate").replace("\"serial\": 1", "\"serial\": 2");

        StateException thrown = org.assertj.core.api.Assertions.catchThrowableOfType(
                StateException.class, () -> content(state, HCL.formatted(PASSPHRASE)));

        assertThat(thrown.reason()).isEqualTo("the state is encrypted and is not the one it says it is");
    }

    private String hidden(String resource, String told) throws Exception {
        return ((StateContent.Hidden) facts(resource, told).content()).reason();
    }

    private StateContent content(String state, String told) throws Exception {
        return facts(Files.writeString(directory.resolve("x.tfstate"), state), told)
                .content();
    }

    private StateFacts facts(String resource, String told) throws Exception {
        return facts(Files.writeString(directory.resolve("x.tfstate"), SampleStates.resource(resource)), told);
    }

    private StateFacts facts(Path file, String told) throws StateException, IOException {
        return store.facts(
                        SampleStates.backend("local", Map.of("path", file.toString())),
                        directory,
                        Map.of("TF_ENCRYPTION", told))
                .orElseThrow();
    }
}
