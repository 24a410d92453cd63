package dev.drift.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.catalog.StackOrder;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.RecordingProvisions;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.Stacks;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has to wait for whom, and who is stopped by whom, over random estates in which random stacks fail. */
class ProvisionOrderTest {

    private static final int ESTATES = 40;

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aFailureStopsAllThatDependOnItAndNobodyElse(int parallelism) {
        for (int seed = 0; seed < ESTATES; seed++) {
            Random random = new Random(seed);
            List<Stack> stacks = Stacks.many(2 + random.nextInt(14));
            InMemoryCatalog catalog = estate(stacks, random);
            Set<Stack> failing = some(stacks, random);
            ScriptedApplier applier = new ScriptedApplier();
            failing.forEach(stack -> fail(applier, stack, random));

            ProvisionReport report = run(catalog, applier, parallelism, new RecordingProvisions());

            StackOrder order = catalog.order(stacks);
            Set<Stack> behind = behind(order, failing);
            assertThat(stacks(report, ProvisionStatus.NOT_DONE))
                    .as("seed " + seed)
                    .isEqualTo(behind);
            assertThat(stacks(report, ProvisionStatus.FAILED))
                    .as("seed " + seed)
                    .isEqualTo(failing.stream()
                            .filter(stack -> !behind.contains(stack))
                            .collect(Collectors.toSet()));
            assertThat(report.stacks()).extracting(StackProvision::stack).containsExactlyElementsOf(order.stacks());
            assertThat(report.count(ProvisionStatus.APPLIED) + report.count(ProvisionStatus.FAILED) + behind.size())
                    .isEqualTo(stacks.size());
            assertThat(applier.held()).as("plans left behind").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aStackBeginsWhenAllItDependsOnIsDone(int parallelism) {
        for (int seed = 0; seed < ESTATES; seed++) {
            List<Stack> stacks = Stacks.many(12);
            InMemoryCatalog catalog = estate(stacks, new Random(seed));
            RecordingProvisions told = new RecordingProvisions();

            ProvisionReport report = run(catalog, new ScriptedApplier(), parallelism, told);

            StackOrder order = catalog.order(stacks);
            Set<Stack> done = new HashSet<>();
            for (ProvisionEvent event : told.events()) {
                if (event instanceof ProvisionEvent.Started started) {
                    assertThat(done).as("seed " + seed).containsAll(order.before(started.stack()));
                } else if (event instanceof ProvisionEvent.Ended ended) {
                    done.add(ended.provision().stack());
                }
            }
            assertThat(report.verdict()).isEqualTo(ProvisionVerdict.DONE);
        }
    }

    private static ProvisionReport run(
            InMemoryCatalog catalog, ScriptedApplier applier, int parallelism, RecordingProvisions told) {
        return ProvisionRun.over(catalog)
                .applying(applier)
                .parallelism(parallelism)
                .telling(told)
                .build()
                .execute()
                .report();
    }

    /** Later stacks depend on some of the earlier ones. */
    private static InMemoryCatalog estate(List<Stack> stacks, Random random) {
        InMemoryCatalog catalog = InMemoryCatalog.of(stacks);
        for (int later = 1; later < stacks.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (random.nextInt(5) == 0) {
                    catalog = catalog.ordering(
                            stacks.get(later), stacks.get(earlier).path().value());
                }
            }
        }
        return catalog;
    }

    private static Set<Stack> some(List<Stack> stacks, Random random) {
        return stacks.stream().filter(stack -> random.nextInt(4) == 0).collect(Collectors.toSet());
    }

    private static void fail(ScriptedApplier applier, Stack stack, Random random) {
        String path = stack.path().value();
        if (random.nextBoolean()) {
            applier.failingToPlan(path, "Error: no such module");
        } else {
            applier.failingToApply(path, "Error: access denied");
        }
    }

    /** Everything that depends on one of them, near or far: found in run order, without looking at what the run did. */
    private static Set<Stack> behind(StackOrder order, Set<Stack> failing) {
        Set<Stack> behind = new HashSet<>();
        for (Stack stack : order.stacks()) {
            if (order.before(stack).stream().anyMatch(before -> failing.contains(before) || behind.contains(before))) {
                behind.add(stack);
            }
        }
        return behind;
    }

    private static Set<Stack> stacks(ProvisionReport report, ProvisionStatus status) {
        return report.with(status).stream().map(StackProvision::stack).collect(Collectors.toSet());
    }
}
