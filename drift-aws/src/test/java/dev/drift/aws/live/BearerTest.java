package dev.drift.aws.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerTest {

    private static final String PROFILE = """
            [reader]
            role_arn = arn:aws:iam::111111111111:role/reader
            source_profile = base
            [base]
            aws_access_key_id = ASIAY34FZKBOKMUTVV7A
            aws_secret_access_key = one
            aws_session_token = two
            """;

    @TempDir
    private Path home;

    @Test
    void renewedKeysAreThoseOfTheSameBearer() throws IOException {
        Map<String, String> before = withCredentials(PROFILE);

        assertThat(withCredentials(PROFILE.replace("KMUTVV7A", "LZZZZZZZ").replace("= one", "= 1 ")))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "role/reader, role/writer",
        "111111111111, 222222222222",
        "source_profile = base, source_profile = other",
        "[base], [default]",
        "ASIAY34FZKBOKMUTVV7A, AKIAIOSFODNN7EXAMPLE"
    })
    void everyOtherLineOfTheCredentialsCounts(String was, String is) throws IOException {
        Map<String, String> before = withCredentials(PROFILE);

        assertThat(withCredentials(PROFILE.replace(was, is))).isNotEqualTo(before);
    }

    @Test
    void tokenCountsByWhomItIsAbout() throws IOException {
        Map<String, String> before = withToken(token("repo:acme/infra", 1));

        assertThat(withToken(token("repo:acme/infra", 2))).isEqualTo(before);
        assertThat(withToken(token("repo:acme/other", 1))).isNotEqualTo(before);
        assertThat(withToken("opaque")).isNotEqualTo(before).isNotEqualTo(withToken("other"));
    }

    @Test
    void tokenOfAProfileCountsToo() throws IOException {
        Path file = home.resolve("a token");
        String profile = "[default]\nweb_identity_token_file = " + file + "\nrole_arn = arn:x\n";
        Files.writeString(file, token("pod-a", 1));
        Map<String, String> before = withCredentials(profile);

        Files.writeString(file, token("pod-b", 1));

        assertThat(withCredentials(profile)).isNotEqualTo(before);
    }

    @Test
    void containersAreApartUnlessKeysDecide() {
        String variable = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";

        assertThat(facts(Map.of(variable, "/v2/a"))).isNotEqualTo(facts(Map.of(variable, "/v2/b")));
        assertThat(facts(Map.of(variable, "/v2/a", "AWS_ACCESS_KEY_ID", "ASIAY34FZKBOKMUTVV7A")))
                .isEqualTo(facts(Map.of(variable, "/v2/b", "AWS_ACCESS_KEY_ID", "ASIAY34FZKBOKMUTVV7A")));
        assertThat(facts(Map.of("AWS_CONTAINER_AUTHORIZATION_TOKEN", token("pod-a", 1))))
                .isEqualTo(facts(Map.of("AWS_CONTAINER_AUTHORIZATION_TOKEN", token("pod-a", 2))))
                .isNotEqualTo(facts(Map.of("AWS_CONTAINER_AUTHORIZATION_TOKEN", token("pod-b", 1))));
    }

    @Test
    void whomAProgramSpeaksForIsUnknownUnlessKeysDecide() throws IOException {
        withCredentials("[default]\n  credential_process = /opt/whoever\n");

        assertThat(bearer(Map.of()).isUnknown()).isTrue();
        assertThat(bearer(Map.of("AWS_ACCESS_KEY_ID", "ASIAY34FZKBOKMUTVV7A")).isUnknown())
                .isFalse();
        withCredentials(PROFILE);
        assertThat(bearer(Map.of()).isUnknown()).isFalse();
    }

    private Map<String, String> withCredentials(String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".aws")).resolve("credentials"), text);
        return facts(Map.of());
    }

    private Map<String, String> withToken(String token) throws IOException {
        Path file = Files.writeString(home.resolve("token"), token);
        return facts(Map.of("AWS_WEB_IDENTITY_TOKEN_FILE", file.toString()));
    }

    private Map<String, String> facts(Map<String, String> variables) {
        return bearer(variables).facts();
    }

    private Bearer bearer(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("HOME", home.toString());
        return new Bearer(all);
    }

    private static String token(String subject, int number) {
        String claims = "{\"iss\":\"https://issuer.example\",\"sub\":\"%s\",\"iat\":%d}".formatted(subject, number);
        return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x" + number;
    }
}
