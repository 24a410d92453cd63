package dev.drift.aws.live;

import static dev.drift.aws.wire.SchemaMessages.attribute;
import static dev.drift.aws.wire.SchemaMessages.block;
import static dev.drift.aws.wire.SchemaMessages.entry;
import static dev.drift.aws.wire.SchemaMessages.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.shared.PlanMemories;
import dev.drift.aws.shared.PlanMemory;
import dev.drift.aws.shared.SharedScene;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.code.IacTool;
import dev.drift.code.ProviderUse;
import dev.drift.code.StackCode;
import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Means;
import dev.drift.estate.Rhythm;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Observation;
import dev.drift.stack.Selector;
import dev.drift.testing.Observations;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a stack of which no plan is remembered, where such stacks are to be read all the same. */
class UnplannedLookTest {

    private static final ProviderUse WEST =
            new ProviderUse(SharedScene.SOURCE, Optional.of("west"), Optional.empty(), region(Value.of("eu-west-1")));

    private LiveScene scene;

    @BeforeEach
    void setUp(@TempDir Path folder) throws Exception {
        scene = new LiveScene(folder);
        scene.settings(settings -> settings.remembering(PlanMemory.STANDARD.otherwise(PlanMemory.Otherwise.READ)));
        byte[] provider = schema(block(attribute("region", "\"string\"", 5), attribute("max_retries", "\"number\"", 5))
                .toBytes());
        byte[] queue = schema(block(attribute("id", "\"string\"", 5, 6), attribute("size", "\"number\"", 5))
                .toBytes());
        scene.shared()
                .answer(
                        "GetSchema",
                        new MessageWriter()
                                .bytes(1, provider)
                                .bytes(2, entry("aws_sqs_queue", queue))
                                .toBytes());
        configured(Value.of("eu-central-1"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static Map<String, Value> region(Value region) {
        return Map.of("region", region);
    }

    /** The code configures its provider for that region, from now on. */
    private void configured(Value region) {
        scene.code(code -> using(
                code,
                new ProviderUse(
                        SharedScene.SOURCE,
                        Optional.empty(),
                        code.providers().get(0).lock(),
                        region(region))));
    }

    private static StackCode using(StackCode code, ProviderUse... uses) {
        return new StackCode(
                code.tool(), code.state(), List.of(uses), code.resourceTypes(), code.ignores(), code.digest());
    }

    @Test
    void isOnlyReadAndTheCodeSideStaysOpen() throws Exception {
        Observation seen = scene.look();

        assertThat(scene.plans()).isZero();
        assertThat(seen.codeSide()).isEqualTo(new CodeSide.Unasked());
        assertThat(seen.coverage()).isEqualTo(LiveScene.still(2).coverage());
        assertThat(seen.isStill()).isFalse();
        assertThat(seen.agreesWith(LiveScene.still(2))).isTrue();
        assertThat(seen.agreesWith(LiveScene.still(3))).isFalse();
        assertThat(seen.agreesWith(Observations.scaled())).isFalse();
        assertThat(scene.said()).containsExactly("only read: no full plan in which nothing moved is remembered");
        assertThat(scene.shared().cache().resolve("plans")).doesNotExist();
    }

    @Test
    void stackOfAnEnvironmentThatIsPlannedEveryTimeIsNotRead() throws Exception {
        Environment prod = new Environment("prod");
        EnvironmentDefinition everything = new EnvironmentDefinition(
                prod, Selector.EVERYTHING, List.of(), Rhythm.ON_DEMAND, Means.usual(prod), Duties.NONE);
        EstateDefinition estate =
                new EstateDefinition(List.of(everything), EstateDefinition.USUAL_ON_DEMAND, List.of());
        PlanMemory reading = PlanMemory.STANDARD.otherwise(PlanMemory.Otherwise.READ);

        scene.settings(
                settings -> settings.remembering(new PlanMemories(reading, Map.of(prod, PlanMemory.NONE), estate)));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.said()).isEmpty();
        assertThat(scene.shared().cache().resolve("plans")).doesNotExist();

        scene.settings(
                settings -> settings.remembering(new PlanMemories(PlanMemory.NONE, Map.of(prod, reading), estate)));
        assertThat(scene.look().codeSide()).isEqualTo(new CodeSide.Unasked());
        assertThat(scene.plans()).isOne();
    }

    @Test
    void whatMovedIsPlanned() throws Exception {
        scene.live("two", 31);
        scene.planning().at(LiveScene.WEB, request -> Observations.scaled());

        assertThat(scene.look()).isEqualTo(Observations.scaled());
        assertThat(scene.said()).last().isEqualTo("planned: aws_sqs_queue.q[\"two\"] is not as it was recorded");
    }

    @Test
    void planThatStandsIsGoneByFirst() throws Exception {
        scene.live("two", 31);
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        scene.live("two", 30);

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Remembered.class);
    }

    @Test
    void providerThatIsConfiguredByMoreThanLiteralsIsPlanned() throws Exception {
        configured(Value.unknown());

        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.said()).last().asString().endsWith("is not configured by literals alone");
    }

    @Test
    void objectOfAnAliasIsReadAsThatAliasIsConfigured() throws Exception {
        ProviderUse west = new ProviderUse(
                WEST.source(),
                WEST.alias(),
                scene.shared().code().providers().get(0).lock(),
                WEST.configuration());
        scene.code(code -> using(code, west));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.said()).last().asString().endsWith("is not shared, or not configured in the root module");

        scene.code(code -> {
            List<ProviderUse> both = new ArrayList<>(code.providers());
            both.addAll(scene.shared().code().providers());
            return using(code, both.toArray(ProviderUse[]::new));
        });
        scene.later(Duration.ofMinutes(1));
        scene.settings(settings -> settings.remembering(PlanMemory.NONE.otherwise(PlanMemory.Otherwise.READ)));
        assertThat(scene.look().codeSide()).isEqualTo(new CodeSide.Unasked());
    }

    @Test
    void nothingIsReadWhereItIsInDoubtWhichBlockIsMeant() throws Exception {
        scene.code(code -> using(code, code.providers().get(0), code.providers().get(0)));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.said()).last().asString().endsWith("is configured under two names");

        scene.later(Duration.ofMinutes(1));
        scene.settings(settings -> settings.remembering(PlanMemory.NONE.otherwise(PlanMemory.Otherwise.READ)));
        ProviderUse mirrored =
                new ProviderUse("registry.example.com/hashicorp/aws", Optional.empty(), Optional.empty(), Map.of());
        scene.code(code -> using(code, code.providers().get(0), mirrored));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.said()).last().asString().contains("no lock file names a version of registry.example.com");
    }

    @Test
    void nothingIsReadWhereTheToolMayMeanAnotherState() throws Exception {
        PlanMemory reading = PlanMemory.NONE.otherwise(PlanMemory.Otherwise.READ);
        scene.code(code -> with(code, IacTool.TOFU));
        scene.settings(settings -> settings.remembering(reading.under("terraform")));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.said()).last().asString().endsWith("made for tofu, and it is planned with another tool");

        scene.code(code -> with(code, IacTool.TERRAFORM));
        scene.settings(settings -> settings.remembering(reading.under("tofu")));
        assertThat(scene.look().codeSide()).isEqualTo(new CodeSide.Unasked());
        scene.settings(settings -> settings.remembering(reading.under("terragrunt")));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
    }

    private static StackCode with(StackCode code, IacTool tool) {
        return new StackCode(tool, code.state(), code.providers(), code.resourceTypes(), code.ignores(), code.digest());
    }

    @Test
    void emptyStateArgumentsOfAnotherStateAndTerragruntArePlanned() throws Exception {
        scene.state(1, "");
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);

        scene.state(1, LiveScene.instance("one") + "," + LiveScene.instance("two"));
        scene.with("TF_CLI_ARGS_plan", "-state=other.tfstate");
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.said()).last().asString().contains("TF_CLI_ARGS_plan");

        scene.with("TF_CLI_ARGS_plan", "");
        scene.code(code -> with(code, IacTool.TERRAGRUNT));
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(scene.plans()).isEqualTo(3);
    }
}
