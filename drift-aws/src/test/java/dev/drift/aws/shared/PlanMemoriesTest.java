package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanMemoriesTest {

    private static final Environment PROD = new Environment("prod");
    private static final PlanMemory READING = PlanMemory.STANDARD.otherwise(PlanMemory.Otherwise.READ);
    private static final EstateDefinition ESTATE = new EstateDefinition(
            List.of(EnvironmentDefinition.usual(PROD), EnvironmentDefinition.usual(new Environment("dev"))),
            EstateDefinition.USUAL_ON_DEMAND,
            List.of());

    @Test
    void anEnvironmentHasItsOwnAndAllOthersTheUsual() {
        PlanMemories memories = new PlanMemories(READING, Map.of(PROD, PlanMemory.NONE), ESTATE);

        assertThat(memories.of(stack("environment/prod"))).isEqualTo(PlanMemory.NONE);
        assertThat(memories.of(stack("environment/dev"))).isEqualTo(READING);
        assertThat(memories.of(stack("environment/other"))).isEqualTo(READING);
        assertThat(PlanMemories.all(PlanMemory.NONE).of(stack("environment/dev")))
                .isEqualTo(PlanMemory.NONE);
    }

    @Test
    void oneThatSparesIsEnoughForAnythingToBeRemembered() {
        assertThat(new PlanMemories(PlanMemory.NONE, Map.of(PROD, PlanMemory.NONE), ESTATE).spare())
                .isFalse();
        assertThat(new PlanMemories(PlanMemory.NONE, Map.of(PROD, READING), ESTATE).spare())
                .isTrue();
        assertThat(new PlanMemories(READING, Map.of(PROD, PlanMemory.NONE), ESTATE).spare())
                .isTrue();
    }

    private static Stack stack(String tag) {
        return new Stack(
                StackPath.of("/stacks/web"), Optional.empty(), "web", "", List.of(Tag.of(tag)), Path.of("/infra/web"));
    }
}
