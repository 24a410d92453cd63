package dev.drift.it.equality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.Drift;
import dev.drift.aws.AwsRules;
import dev.drift.aws.AwsRun;
import dev.drift.aws.shared.PlanMemories;
import dev.drift.aws.shared.PlanMemory;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.Waiver;
import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Means;
import dev.drift.estate.Rhythm;
import dev.drift.it.fake.FakeAws;
import dev.drift.it.fake.Fault;
import dev.drift.it.fake.UniformEstate;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.Workplace;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.Selector;
import dev.drift.stack.StackFilter;
import dev.drift.stack.StackPath;
import dev.drift.terramate.PlanProbe;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.terramate.probe.PlanSettings;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.value.ValuePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An estate that was planned as a whole, and what then becomes of it, with the real tool and the real provider. */
class LiveLookIT {

    private static final String SHARED = "plan/shared";
    private static final String UNPLANNED = "live/unplanned";
    private static final String SECRET = "correct horse battery staple";

    private Path folder = Path.of("");
    private FakeAws account;
    private UniformEstate estate;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void planEverything() throws Exception {
        // Short: it holds the sockets of providers.
        folder = Files.createTempDirectory(Path.of("/tmp"), "l").toRealPath();
        account = FakeAws.start();
        environment.putAll(Workplace.prepare(folder).environment(account.endpoint(), account.endpoint()));
        environment.values().removeIf(String::isEmpty);
        environment.put("TF_VAR_password", SECRET);
        estate = UniformEstate.write(folder, 7, 1, environment);
        Files.writeString(
                estate.stack(7).resolve("west.tf"),
                "provider \"aws\" {\n  alias  = \"west\"\n  region = \"eu-west-1\"\n}\n");

        assertThat(look(PlanMemory.STANDARD).stacks())
                .hasSize(7)
                .allSatisfy(stack -> assertThat(stack.check().engine()).isEqualTo(SHARED));
    }

    @AfterEach
    void close() throws Exception {
        account.close();
        FileTree.remove(folder);
    }

    @Test
    void liveLooksSayWhatPlansSayAndPlanWhereAnythingChanged() throws Exception {
        account.change("s0002", "desired_count", "3");
        append(3, "main.tf", "\n# edited\n");
        append(4, "terraform.tfvars", "\n");
        append(5, ".terraform.lock.hcl", "\n# edited\n");
        Path state = estate.stack(6).resolve("terraform.tfstate");
        Files.writeString(state, Files.readString(state).replace("\"serial\":1", "\"serial\":2"));

        DriftReport unplanned = look(PlanMemory.NONE.otherwise(PlanMemory.Otherwise.READ));
        DriftReport live = look(PlanMemory.STANDARD);
        DriftReport planned = look(PlanMemory.NONE);

        assertThat(engines(unplanned))
                .containsExactly(UNPLANNED, SHARED, UNPLANNED, UNPLANNED, UNPLANNED, UNPLANNED, UNPLANNED);
        assertThat(outcomes(unplanned)).isEqualTo(outcomes(planned));
        assertThat(engines(live)).containsExactly("live", SHARED, SHARED, SHARED, SHARED, SHARED, "live");
        assertThat(engines(planned)).containsOnly(SHARED);
        assertThat(outcomes(live)).isEqualTo(outcomes(planned));
        assertThat(live.withOutcome(Verdict.DRIFTED))
                .extracting(stack -> stack.stack().name())
                .containsExactly("s0002");
        assertThat(live.summary()).isEqualTo(planned.summary());

        whatIsDeniedIsUnknownAndWhatIsWaivedIsInSync();
        anEnvironmentIsLookedAtInItsOwnWay();
        nothingThatIsRememberedIsASecret();
    }

    private void whatIsDeniedIsUnknownAndWhatIsWaivedIsInSync() {
        account.fail("s0003", Fault.DENIED);
        DriftReport denied = look(PlanMemory.STANDARD, waiver("s0002"), waiver("s0003"));
        assertThat(engines(denied)).containsExactly("live", SHARED, SHARED, "live", "live", "live", "live");
        assertThat(denied.withOutcome(Verdict.DRIFTED)).isEmpty();
        assertThat(denied.withOutcome(Verdict.IN_SYNC)).hasSize(6);
        assertThat(denied.stacks().get(1).outcome().findings().waived())
                .hasSize(1)
                .isEqualTo(denied.stacks().get(1).outcome().findings().ignored());
        assertThat(denied.withOutcome(Verdict.UNKNOWN))
                .singleElement()
                .satisfies(stack -> assertThat(
                                stack.outcome().<String>fold(in -> "", drifted -> "", unknown -> unknown.reason()))
                        .contains("AccessDenied"));
        account.heal();
    }

    /** Stacks 6 and 7, which nothing else has planned. */
    private void anEnvironmentIsLookedAtInItsOwnWay() {
        Environment last = new Environment("last");
        EnvironmentDefinition group = new EnvironmentDefinition(
                last, Selector.parse("group:2"), List.of(), Rhythm.ON_DEMAND, Means.usual(last), Duties.NONE);
        EstateDefinition estate = new EstateDefinition(List.of(group), EstateDefinition.USUAL_ON_DEMAND, List.of());

        DriftReport apart = look(new PlanMemories(PlanMemory.STANDARD, Map.of(last, PlanMemory.NONE), estate));

        assertThat(engines(apart)).containsExactly("live", SHARED, SHARED, "live", "live", SHARED, SHARED);
        assertThat(apart.withOutcome(Verdict.IN_SYNC)).hasSize(6);
    }

    private void nothingThatIsRememberedIsASecret() throws Exception {
        environment.put("AWS_ACCESS_KEY_ID", "ASIAQNZGKIQY56JQ7WML");
        assertThat(engines(look(PlanMemory.STANDARD))).containsOnly(SHARED);
        try (Stream<Path> files = Files.walk(folder.resolve("cache/plans"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(SECRET, "test"));
        }
    }

    private void append(int stack, String file, String text) throws Exception {
        Path path = estate.stack(stack).resolve(file);
        String before = Files.exists(path) ? Files.readString(path) : "";
        Files.writeString(path, before + text);
    }

    private static Waiver waiver(String stack) {
        return new Waiver(
                new StackFilter.At(StackPath.of("/stacks/" + stack)),
                "aws_ecs_service.*",
                Optional.of(ValuePath.of("desired_count")),
                LocalDate.MAX,
                "capacity test",
                Optional.empty());
    }

    private DriftReport look(PlanMemory memory, Waiver... waivers) {
        return look(PlanMemories.all(memory), waivers);
    }

    private DriftReport look(PlanMemories memories, Waiver... waivers) {
        SharedSettings settings = SharedSettings.standard()
                .in(environment)
                .cachingIn(folder.resolve("cache"))
                .remembering(memories);
        AwsRun aws = AwsRun.sharing(TerraformCode.standard(), settings);
        return Drift.over(TerramateCatalog.at(estate.root()))
                .probing(aws.around(PlanProbe.with(PlanSettings.standard().withCode(TerraformCode.standard()))))
                .authenticatedBy(aws.over(new RecordingEnvironments(environment)))
                .judgedBy(Judge.by(AwsRules.standard()).waiving(List.of(waivers)))
                .parallelism(4)
                .build()
                .execute()
                .report();
    }

    private static List<String> engines(DriftReport report) {
        return report.stacks().stream().map(stack -> stack.check().engine()).toList();
    }

    private static List<Object> outcomes(DriftReport report) {
        return report.stacks().stream().<Object>map(StackReport::outcome).toList();
    }
}
