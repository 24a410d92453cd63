package dev.drift.terramate.cloud;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.terramate.cloud.wire.WireSettings;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TerramateCloudTest {

    @RegisterExtension
    final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path project;

    @BeforeEach
    void behave() {
        CloudServer.behaves(server);
    }

    @Test
    void findsTheOrganisationInAnyCaseOfItsName() throws Exception {
        try (TerramateCloud cloud = CloudServer.connect(server)) {
            assertThat(cloud.organizationUuid()).isEqualTo(CloudServer.ORGANIZATION);
            assertThat(cloud).hasToString("Terramate Cloud, organisation acme");
        }
        server.verify(getRequestedFor(urlEqualTo("/.well-known/cli.json")).withoutHeader("Authorization"));
    }

    @Test
    void takesTheOnlyOrganisationWithoutBeingTold() throws Exception {
        try (TerramateCloud cloud = TerramateCloud.connect(CloudServer.settings(server, Optional.empty()))) {
            assertThat(cloud.organization()).isEqualTo("acme");
        }
    }

    @Test
    void doesNotChooseBetweenOrganisations() {
        CloudServer.members(
                server,
                "{\"org_name\":\"b\",\"org_uuid\":\"2\",\"status\":\"trusted\",\"member_id\":null}",
                "{\"org_name\":\"a\",\"org_uuid\":\"1\",\"status\":\"active\"}");

        CloudException refused = refusal(Optional.empty());

        assertThat(refused.fault()).isEqualTo(CloudFault.FORBIDDEN);
        assertThat(refused).hasMessageContaining("a, b").hasMessageContaining("TM_CLOUD_ORGANIZATION");
    }

    @Test
    void refusesAMembershipThatIsNotActive() {
        CloudServer.members(server, "{\"org_name\":\"acme\",\"org_uuid\":\"1\",\"status\":\"invited\"}");

        assertThat(refusal(Optional.of("acme"))).hasMessageContaining("invited");
    }

    @Test
    void takesNullForNoMembership() {
        server.stubFor(get(urlEqualTo("/v1/memberships")).willReturn(jsonResponse("null", 200)));

        assertThat(refusal(Optional.of("acme")).fault()).isEqualTo(CloudFault.FORBIDDEN);
    }

    @Test
    void staysAwayWhenItsVersionIsNotWelcome() {
        server.stubFor(get(urlEqualTo("/.well-known/cli.json"))
                .willReturn(jsonResponse("{\"required_version\":\">= 99.0.0\"}", 200)));

        assertThat(refusal(Optional.of("acme")).fault()).isEqualTo(CloudFault.UNSUPPORTED);
        server.verify(0, getRequestedFor(urlEqualTo("/v1/memberships")));
    }

    @Test
    void takesSilenceAboutVersionsForConsent() throws Exception {
        server.stubFor(get(urlEqualTo("/.well-known/cli.json")).willReturn(serverError()));

        CloudServer.connect(server).close();
    }

    @Test
    void isSwitchedOffWhereNobodyAsks() throws Exception {
        assertThat(discovered(Map.of("HOME", project.toString()))).isEmpty();
    }

    @Test
    void isFoundByTheSettingsOfTheVendor() throws Exception {
        Files.writeString(project.resolve("terramate.tm.hcl"), """
                terramate {
                  config {
                    cloud {
                      organization = tm_lower("CODE-ORG")
                      location     = "us"
                    }
                    git {
                      default_branch = "trunk"
                    }
                  }
                }
                """);

        CloudConfiguration code = CloudConfiguration.of(project);
        CloudSettings ofCode = discovered(Map.of("TMC_TOKEN", "tmco_x")).orElseThrow();
        CloudSettings ofUser = discovered(Map.of(
                        "TMC_TOKEN", "tmco_x",
                        "TM_CLOUD_ORGANIZATION", "user-org",
                        "TMC_API_PAGESIZE", "7",
                        "TMC_API_HOST", "cloud.example"))
                .orElseThrow();

        assertThat(code.defaultBranch()).isEqualTo("trunk");
        assertThat(code.remote()).isEqualTo("origin");
        assertThat(ofCode.organization()).contains("code-org");
        assertThat(ofCode.address().base()).hasToString("https://us.api.terramate.io");
        assertThat(ofCode.pageSize()).isEqualTo(50);
        assertThat(ofUser.organization()).contains("user-org");
        assertThat(ofUser.address().base()).hasToString("https://cloud.example");
        assertThat(ofUser.pageSize()).isEqualTo(7);
        assertThat(ofUser.toString()).doesNotContain("tmco_x");
    }

    private Optional<CloudSettings> discovered(Map<String, String> variables) throws CloudException {
        return CloudSettings.discovered(
                new UserEnvironment(variables),
                CloudConfiguration.of(project),
                WireSettings.introducedAs("drift/test"));
    }

    private CloudException refusal(Optional<String> organization) {
        return catchThrowableOfType(
                CloudException.class,
                () -> TerramateCloud.connect(CloudServer.settings(server, organization))
                        .close());
    }
}
