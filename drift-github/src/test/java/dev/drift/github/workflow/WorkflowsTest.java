package dev.drift.github.workflow;

import static dev.drift.github.workflow.Estates.environment;
import static dev.drift.github.workflow.Estates.settings;
import static dev.drift.github.workflow.Estates.stacks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drift.config.InvalidConfigException;
import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import dev.drift.testing.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is generated for an estate. */
class WorkflowsTest {

    private static final List<WorkflowFile> FILES = new Workflows(Estates.three(), List.of(), settings()).files();

    @Test
    void everyEnvironmentHasAFlatFileBesideTheThreeOfAll() {
        assertThat(FILES)
                .extracting(WorkflowFile::name)
                .containsExactly(
                        "drift-detection-dev.yaml",
                        "drift-detection-on-demand.yaml",
                        "drift-detection-prod.yaml",
                        "drift-detection-qa.yaml",
                        "infra-preview.yaml",
                        "provision-infra.yaml");
    }

    @Test
    void filesAreAsReviewed() {
        FILES.stream()
                .filter(file -> !file.name().matches("drift-detection-(dev|qa).yaml"))
                .forEach(file -> Golden.check("workflow/" + file.name(), file.text()));
    }

    @Test
    void filesAreValidByThePublishedSchema() throws IOException {
        Schema schema = schema();
        assertThat(schema.validate("{on: push, jobs: {a: {runs-on: x, stepz: []}}}", InputFormat.YAML))
                .isNotEmpty();
        assertThat(variants())
                .allSatisfy(file -> assertThat(schema.validate(file.text(), InputFormat.YAML))
                        .as(file.name())
                        .isEmpty());
    }

    @Test
    void everyActionIsPinnedByItsCommitAndNamesItsVersion() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(file.text().lines().filter(line -> line.contains("uses:")))
                        .isNotEmpty()
                        .allMatch(line -> line.matches(" +uses: [\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+")));
    }

    @Test
    void nothingFromOutsideIsWrittenIntoAScript() {
        assertThat(variants())
                .flatExtracting(file -> Parsed.of(file).scripts())
                .noneMatch(script -> script.contains("${{"));
    }

    @Test
    void noJobHoldsCloudCredentialsAndWritesToGitHub() {
        assertThat(variants())
                .flatExtracting(file -> Parsed.of(file).jobs())
                .isNotEmpty()
                .allSatisfy(job -> {
                    boolean cloud = job.path("permissions").has("id-token");
                    boolean writes = Stream.of(
                                    "checks", "issues", "pull-requests", "contents", "deployments", "statuses")
                            .anyMatch(right ->
                                    job.path("permissions").path(right).asText().equals("write"));
                    assertThat(cloud && writes).isFalse();
                    assertThat(job.has("permissions")).isTrue();
                });
        assertThat(FILES)
                .allSatisfy(file ->
                        assertThat(Parsed.of(file).root().path("permissions")).isEmpty());
    }

    @Test
    void everyJobEndsAndEveryWorkflowCanBeStartedByHand() {
        assertThat(variants()).allSatisfy(file -> {
            Parsed parsed = Parsed.of(file);
            assertThat(parsed.jobs())
                    .allMatch(job -> job.path("timeout-minutes").asInt() > 0);
            assertThat(parsed.root().path("on").has("workflow_dispatch")).isTrue();
            assertThat(parsed.root().path("on").has("pull_request_target")).isFalse();
            assertThat(parsed.root().path("concurrency").path("group").asText()).isNotBlank();
        });
    }

    @Test
    void onlyAPreviewIsCancelledByTheNext() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(Parsed.of(file)
                                .root()
                                .path("concurrency")
                                .path("cancel-in-progress")
                                .asBoolean())
                        .isEqualTo(file.name().equals("infra-preview.yaml")));
    }

    @Test
    void toolsAreNotWrapped() {
        Toolchain both = new Toolchain(Optional.of("1.11.4"), Optional.of("1.12.6"), Optional.of(Estates.DRIFT));
        WorkflowSettings settings = WorkflowSettings.usual(Estates.DRIFT, both);

        assertThat(new Workflows(Estates.three(), List.of(), settings).files())
                .filteredOn(file -> file.text().contains("drift detect"))
                .allSatisfy(file -> assertThat(file.text())
                        .contains("terraform_wrapper: false", "tofu_wrapper: false", "TERRAGRUNT_SHA256"));
    }

    @Test
    void oneMoreRegionIsOneWord() {
        EstateDefinition more =
                Estates.of(environment("prod", "0 */6 * * *", "eu-central-1", "eu-west-1", "eu-north-1"));
        EstateDefinition before = Estates.of(environment("prod", "0 */6 * * *", "eu-central-1", "eu-west-1"));
        WorkflowSettings settings = Estates.with(WorkflowRoles.NONE, 1000);
        String name = "drift-detection-prod.yaml";

        String difference = LineDifference.of(
                name, Estates.text(name, before, List.of(), settings), Estates.text(name, more, List.of(), settings));

        assertThat(difference.lines().filter(line -> line.startsWith("+ ")))
                .hasSize(3)
                .allMatch(line -> line.contains("eu-north-1") || line.contains("'3'"));
    }

    @Test
    void stacksWithoutARegionAreLookedAtInAJobOfTheirOwn() {
        List<Stack> stacks = stacks(1, "environment/prod");

        String text = Estates.text("drift-detection-prod.yaml", Estates.three(), stacks, settings());

        assertThat(text)
                .contains("'[\"eu-central-1\",\"eu-west-1\",\"global\"]'")
                .contains("aws-region: ${{ matrix.region == 'global' && 'eu-central-1' || matrix.region }}");
    }

    @Test
    void aRegionThatOnlyStacksNameIsNotLeftOut() {
        List<Stack> stacks = stacks(1, "environment/prod", "region/eu-south-2");

        assertThat(Estates.text("drift-detection-prod.yaml", Estates.three(), stacks, settings()))
                .contains("'[\"eu-central-1\",\"eu-west-1\",\"eu-south-2\"]'");
    }

    @Test
    void aRegionWithTooManyStacksIsDividedAmongJobs() {
        List<Stack> stacks = stacks(5, "environment/prod", "region/eu-west-1");

        String text =
                Estates.text("drift-detection-prod.yaml", Estates.three(), stacks, Estates.with(WorkflowRoles.NONE, 2));

        assertThat(text)
                .contains("shard: [\"1/3\", \"2/3\", \"3/3\"]", "--shard \"$SHARD\"", "'6' || '3'")
                .contains("json=$REPORTS/$ENVIRONMENT.$REGION.${SHARD%/*}.json");
    }

    @Test
    void withoutADefinitionTheTagsSayWhichEnvironmentsThereAre() {
        List<WorkflowFile> files = new Workflows(
                        EstateDefinition.UNDEFINED,
                        stacks(1, "environment/lab", "region/eu-west-1"),
                        provisioning(Map.of()))
                .files();

        assertThat(files).extracting(WorkflowFile::name).contains("drift-detection-lab.yaml", "provision-infra.yaml");
        assertThat(files.get(0).text()).doesNotContain("schedule:").contains("workflow_dispatch:");
    }

    @Test
    void withoutRolesNoneIsTaken() {
        EstateDefinition tagged = EstateDefinition.UNDEFINED;

        assertThat(new Workflows(tagged, stacks(1, "environment/lab"), provisioning(Map.of())).files())
                .noneMatch(file -> file.text().contains("role-to-assume"));
    }

    @Test
    void everythingThatCannotBeWrittenIsRefusedAtOnce() {
        EstateDefinition odd = Estates.of(
                environment("a b", "0 1 * * *", "${{ x }}"),
                Estates.withRole("on-demand", "0 1 * * *", "drift-reader"));
        WorkflowSettings settings = provisioning(Map.of(new Environment("prud"), "arn:aws:iam::111111111111:role/x"));

        assertThatThrownBy(() -> new Workflows(odd, List.of(), settings).files())
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(problem -> problem.message().replaceAll("\".*?\"", "X"))
                                .containsExactly(
                                        "X cannot be written into a workflow",
                                        "X cannot be written into a workflow",
                                        "A job needs the ARN of the role, to know the account: X",
                                        "The name on-demand is taken by the workflow that looks at everything",
                                        "There is no environment X"));
    }

    @Test
    void settingsRefuseWhatWouldEndInAScript() {
        assertThatThrownBy(() -> new Download("https://x.example/a\"; rm -rf /", "ab".repeat(32)))
                .hasMessageContaining("no address");
        assertThatThrownBy(() -> new Download("http://x.example/a", "ab".repeat(32)))
                .hasMessageContaining("https://");
        assertThatThrownBy(() -> new Download("https://x.example/a", "ab")).hasMessageContaining("64 hexadecimal");
        assertThatThrownBy(() -> new Toolchain(Optional.of("latest"), Optional.empty(), Optional.empty()))
                .hasMessageContaining("no exact version");
        assertThatThrownBy(() -> new WorkflowRoles(Optional.of("drift"), Optional.empty(), Map.of()))
                .hasMessageContaining("no ARN");
    }

    private static WorkflowSettings provisioning(Map<Environment, String> provision) {
        return Estates.with(new WorkflowRoles(Optional.empty(), Optional.empty(), provision), 1000);
    }

    /** The files of several estates, so that every template is seen in every form. */
    private static List<WorkflowFile> variants() {
        Stream<WorkflowFile> sharded = new Workflows(
                        Estates.three(), stacks(5, "environment/prod"), Estates.with(WorkflowRoles.NONE, 2))
                .files().stream();
        Stream<WorkflowFile> tagged = new Workflows(
                        EstateDefinition.UNDEFINED, stacks(1, "environment/lab"), provisioning(Map.of()))
                .files().stream();
        Stream<WorkflowFile> bare = new Workflows(
                        Estates.of(environment("prod", "CRON_TZ=Europe/Berlin 0 1 * * *")),
                        List.of(),
                        provisioning(Map.of()))
                .files().stream();
        return Stream.of(FILES.stream(), sharded, tagged, bare)
                .flatMap(files -> files)
                .toList();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = WorkflowsTest.class.getResourceAsStream("/workflow/github-workflow.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Objects.requireNonNull(in), InputFormat.JSON);
        }
    }
}
