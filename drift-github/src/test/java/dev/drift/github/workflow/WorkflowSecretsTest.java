package dev.drift.github.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowSecretsTest {

    private static final Map<Environment, List<String>> SECRETS =
            Map.of(new Environment("prod"), List.of("SLACK_EU", "PAGER"), new Environment("dev"), List.of("TEAMS_DEV"));

    @Test
    void jobHasTheSecretsOfItsEnvironmentAlone() {
        assertThat(text("drift-detection-prod.yaml"))
                .containsOnlyOnce(
                        "          PAGER: ${{ secrets.PAGER }}\n          SLACK_EU: ${{ secrets.SLACK_EU }}\n")
                .doesNotContain("TEAMS_DEV");
        assertThat(text("drift-detection-dev.yaml"))
                .containsOnlyOnce("          TEAMS_DEV: ${{ secrets.TEAMS_DEV }}\n")
                .doesNotContain("SLACK_EU");
        assertThat(text("drift-detection-qa.yaml")).doesNotContain("secrets.");
    }

    @Test
    void jobOnDemandHasAllOfThemAndThoseOfChangesNone() {
        assertThat(text("drift-detection-on-demand.yaml"))
                .contains("secrets.PAGER }}", "secrets.SLACK_EU }}", "secrets.TEAMS_DEV }}");
        assertThat(text("infra-preview.yaml")).doesNotContain("SLACK_EU");
        assertThat(text("provision-infra.yaml")).doesNotContain("SLACK_EU");
    }

    private static String text(String name) {
        return new Workflows(Estates.three(), List.of(), Estates.settings(), SECRETS)
                .files().stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .text();
    }
}
