package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFilesTest {

    private static final byte[] PLAN =
            "{\"format_version\":\"1.2\",\"planned_values\":{},\"resource_changes\":[],\"configuration\":{}}"
                    .getBytes(UTF_8);

    @TempDir
    Path directory;

    @Test
    void namesPlansByTheirFilesAndSortsThem() {
        PlanFiles plans = PlanFiles.below(directory)
                .with(Path.of("z.json"))
                .with(directory.resolve("sub/../a.json"))
                .with(Path.of("/elsewhere/b.json"))
                .with("standard-input", PLAN);

        assertThat(plans.catalog().stacks().stream().map(Object::toString))
                .containsExactly("/a.json", "/elsewhere/b.json", "/standard-input", "/z.json");
        assertThat(plans.catalog().inRunOrder(plans.catalog().stacks()))
                .isEqualTo(plans.catalog().stacks());
    }

    @Test
    void looksAtTheDocumentOfAStack() throws Exception {
        Files.write(directory.resolve("plan.json"), PLAN);
        PlanFiles plans = PlanFiles.below(directory).with(Path.of("plan.json"));

        assertThat(plans.probe(Optional.empty())
                        .probe(request(plans.catalog().stacks().get(0)))
                        .drifted())
                .isEmpty();
    }

    @Test
    void cannotLookAtWhatIsNoPlanOrNotThere() {
        PlanFiles plans = PlanFiles.below(directory).with(Path.of("gone.json")).with("bad", new byte[0]);

        for (Stack stack : plans.catalog().stacks()) {
            assertThatThrownBy(() -> plans.probe(Optional.empty()).probe(request(stack)))
                    .isInstanceOf(ProbeException.class);
        }
        assertThatThrownBy(() -> plans.probe(Optional.empty()).probe(request(Stacks.stack("/other"))))
                .isInstanceOf(ProbeException.class)
                .hasMessage("no plan of that name was given");
    }

    private static ProbeRequest request(Stack stack) {
        return new ProbeRequest(stack, EnvironmentLease.of(Map.of()), Duration.ofMinutes(1), line -> {});
    }
}
