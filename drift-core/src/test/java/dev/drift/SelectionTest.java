package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Shard;
import dev.drift.stack.Selector;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For which environment and region a run says that it was. */
class SelectionTest {

    private static final InMemoryCatalog ESTATE = InMemoryCatalog.of(
            Stacks.stack("/a", "environment/prod", "region/eu-west-1", "web"),
            Stacks.stack("/b", "environment/prod", "region/eu-central-1", "web"),
            Stacks.stack("/c", "environment/qa", "region/eu-west-1", "data"),
            Stacks.stack("/d", "data"));

    @Test
    void isThatOfEveryStackThatIsPicked() {
        assertThat(origin("web")).containsOnly(Map.entry("environment", "prod"));
        assertThat(origin("web,!region:eu-central-1"))
                .containsOnly(Map.entry("environment", "prod"), Map.entry("region", "eu-west-1"));
        assertThat(origin("region:eu-west-1")).containsOnly(Map.entry("region", "eu-west-1"));
        assertThat(origin("data")).as("one of them is in no environment").isEmpty();
    }

    @Test
    void isNotSaidOfARunThatAsksForEverything() {
        assertThat(Drift.over(InMemoryCatalog.of(Stacks.stack("/a", "environment/prod")))
                        .probing(new ScriptedProbe())
                        .build()
                        .execute()
                        .report()
                        .run()
                        .origin())
                .isEmpty();
    }

    @Test
    void isTheSameForEveryShare() {
        DriftRun.Builder run = run("region:eu-west-1");

        for (String share : new String[] {"1/2", "2/2", "3/3"}) {
            DriftRun mine = run.taking(Shard.parse(share)).build();
            assertThat(mine.execute().report().run().origin()).containsOnly(Map.entry("region", "eu-west-1"));
        }
    }

    @Test
    void isWhatWasToldBefore() {
        assertThat(run("web")
                        .describedBy(Map.of("environment", "live"))
                        .build()
                        .execute()
                        .report()
                        .run()
                        .origin())
                .containsOnly(Map.entry("environment", "live"));
    }

    private static Map<String, String> origin(String selector) {
        return run(selector).build().execute().report().run().origin();
    }

    private static DriftRun.Builder run(String selector) {
        return Drift.over(ESTATE).probing(new ScriptedProbe()).selecting(Selector.parse(selector));
    }
}
