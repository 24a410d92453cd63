package dev.drift.github.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void sharesOfARegionDoNotTellAndOneJobThatMayNotWriteToGitHubDoes() {
        EnvironmentDefinition prod = Estates.environment("prod", "0 1 * * *", "eu-central-1");
        EstateDefinition estate = Estates.of(new EnvironmentDefinition(
                prod.environment(),
                prod.select(),
                prod.regions(),
                prod.rhythm(),
                prod.means(),
                new Duties(Optional.empty(), List.of("eu"), Optional.empty())));
        List<Stack> stacks = Estates.stacks(3, "environment/prod", "region/eu-central-1");

        String text = new Workflows(estate, stacks, Estates.with(WorkflowRoles.NONE, 2), SECRETS)
                .files().stream()
                        .filter(file -> file.name().equals("drift-detection-prod.yaml"))
                        .findFirst()
                        .orElseThrow()
                        .text();
        String detect = text.substring(text.indexOf("  detect:"), text.indexOf("  alerts:"));
        String alerts = text.substring(text.indexOf("  alerts:"), text.indexOf("  report:"));

        assertThat(detect).contains(" --no-alerts ").doesNotContain("secrets.");
        assertThat(alerts)
                .contains(
                        "drift deliver --alerts", "secrets.SLACK_EU }}", "id-token: write", "role/drift-reader", "'2'")
                .doesNotContain("issues: write", "checks: write", "github.token", "matrix.");
        assertThat(Estates.text("drift-detection-prod.yaml", estate, stacks, Estates.with(WorkflowRoles.NONE, 3)))
                .doesNotContain("--no-alerts", "--alerts");
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
