package dev.drift.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.shared.PlanMemories;
import dev.drift.aws.shared.PlanMemory;
import dev.drift.cli.estate.Engine;
import dev.drift.cli.estate.Engines;
import dev.drift.code.IacTool;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WiringTest {

    private static final Environment PROD = new Environment("prod");
    private static final Environment DEV = new Environment("dev");
    private static final Duration AGE = Duration.ofHours(2);

    @Test
    void stacksOfOneRunAreLookedAtByTheEngineOfTheirEnvironment() {
        PlanMemories memories = Wiring.memories(tooling(new Engines(Engine.LIVE, Map.of(PROD, Engine.PLAN))));

        assertThat(memories.of(stack("environment/prod")).spares()).isFalse();
        assertThat(memories.of(stack("environment/dev")).otherwise()).isEqualTo(PlanMemory.Otherwise.READ);
        assertThat(memories.of(stack("other")).otherwise()).isEqualTo(PlanMemory.Otherwise.READ);
        assertThat(memories.of(stack("environment/dev")).age()).isEqualTo(AGE);
        assertThat(memories.of(stack("environment/prod")).circumstances()).isEqualTo("tofu");
    }

    @Test
    void autoReadsWhatWasJustPlannedAndNothingElse() {
        PlanMemories memories = Wiring.memories(tooling(Engines.UNSAID));

        assertThat(memories.of(stack("environment/prod")))
                .isEqualTo(new PlanMemory(AGE, "tofu", PlanMemory.Otherwise.PLANNED));
        assertThat(Wiring.memories(tooling(Engines.all(Engine.PLAN))).spare()).isFalse();
    }

    private static Tooling tooling(Engines engines) {
        EstateDefinition estate = new EstateDefinition(
                List.of(EnvironmentDefinition.usual(PROD), EnvironmentDefinition.usual(DEV)),
                EstateDefinition.USUAL_ON_DEMAND,
                List.of());
        return new Tooling(Optional.of(IacTool.TOFU), Tooling.Provider.SHARED, engines, AGE, estate, List.of());
    }

    private static Stack stack(String tag) {
        return new Stack(
                StackPath.of("/stacks/web"), Optional.empty(), "web", "", List.of(Tag.of(tag)), Path.of("/infra/web"));
    }
}
