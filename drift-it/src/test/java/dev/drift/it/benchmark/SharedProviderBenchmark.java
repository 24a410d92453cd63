package dev.drift.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.cloud.Moto;
import dev.drift.it.fake.FakeAws;
import dev.drift.it.tools.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The shared provider against the tool alone, on stacks of ten resources; one in twenty stacks has drifted. The first run plans
 * every stack, or, where that is asked for, only reads it; the next run, which is what a schedule does each time but the first, reads what the first found still. The account
 * answers from this process, whose CPU time is counted on neither side. {@code -Ddrift.benchmark.pairs} (1) and {@code
 * -Ddrift.benchmark.stacks} (100) say how much is done: a pair of a hundred stacks takes five to ten minutes, nearly all
 * of it the tool's.
 */
class SharedProviderBenchmark {

    private static final int PAIRS = Integer.getInteger("drift.benchmark.pairs", 1);
    private static final int STACKS = Integer.getInteger("drift.benchmark.stacks", 100);
    private static final int ROUNDS = 3;

    private Path folder;
    private FakeAws account;

    /** An account for each, since what drifted for one would have drifted for the next. */
    @BeforeEach
    void open() throws Exception {
        folder = Files.createTempDirectory("shared-provider").toRealPath();
        account = FakeAws.start();
    }

    @AfterEach
    void close() throws Exception {
        account.close();
        FileTree.remove(folder);
    }

    @Test
    void manyStacks() throws Exception {
        Looks looks = looks("many", STACKS, 1);
        List<Cost> shared = new ArrayList<>();
        List<Cost> again = new ArrayList<>();
        List<Cost> unplanned = new ArrayList<>();
        List<Cost> plain = new ArrayList<>();
        looks.driftAgain(8);
        for (int pair = 0; pair < PAIRS; pair++) {
            unplanned.add(looks.driftUnplanned(8));
            shared.add(looks.drift(8));
            again.add(looks.driftAgain(8));
            plain.add(looks.terramate(8));
            assertThat(looks.drifted()).hasSize((STACKS + 19) / 20).isEqualTo(looks.changed());
            assertThat(Looks.drifted(shared.get(pair))).isEqualTo(looks.changed());
            assertThat(Looks.drifted(again.get(pair))).isEqualTo(looks.changed());
            assertThat(Looks.drifted(unplanned.get(pair))).isEqualTo(looks.changed());
        }
        print("%d stacks x 10, first run, only read".formatted(STACKS), unplanned, plain, "40");
        print("%d stacks x 10, first run".formatted(STACKS), shared, plain, "none");
        print("%d stacks x 10, next run".formatted(STACKS), again, plain, "40");
    }

    /** Moto is one Python process, which a warm provider waits for. */
    @Test
    void someStacksOnMoto() throws Exception {
        int stacks = Math.max(1, STACKS / 5);
        try (Moto moto = Moto.start(folder.resolve("moto.log"))) {
            Looks looks = Looks.at(moto, Files.createDirectory(folder.resolve("moto")), stacks);
            looks.drift(8);
            Cost shared = looks.drift(8);
            Cost plain = looks.terramate(8);
            assertThat(looks.drifted()).isEqualTo(looks.changed());
            assertThat(Looks.drifted(shared)).isEqualTo(looks.changed());
            print("%d stacks x 10 on moto, eight at once".formatted(stacks), List.of(shared), List.of(plain), "none");
        }
    }

    @Test
    void oneMoreStack() throws Exception {
        Looks half = looks("half", STACKS / 2, 1);
        Looks whole = looks("whole", STACKS, 1);
        List<Cost> halves = new ArrayList<>();
        List<Cost> wholes = new ArrayList<>();
        List<Cost> halvesAgain = new ArrayList<>();
        List<Cost> wholesAgain = new ArrayList<>();
        half.driftAgain(8);
        whole.driftAgain(8);
        for (int round = 0; round < ROUNDS; round++) {
            halves.add(half.drift(8));
            wholes.add(whole.drift(8));
            halvesAgain.add(half.driftAgain(8));
            wholesAgain.add(whole.driftAgain(8));
        }
        printOneMore("first run", halves, wholes);
        printOneMore("next run", halvesAgain, wholesAgain);
    }

    private static void printOneMore(String run, List<Cost> halves, List<Cost> wholes) {
        double more = STACKS - STACKS / 2;
        Timing.print(
                "%-44s %.3f s wall (target: at most 0.25), %.3f CPU-s (target: at most 0.3)",
                "one more stack of 10, eight at once, " + run,
                (Cost.median(wholes).wall() - Cost.median(halves).wall()) / more,
                (Cost.median(wholes).cpu() - Cost.median(halves).cpu()) / more);
    }

    @Test
    void oneLargeStack() throws Exception {
        Looks looks = looks("large", 1, 50);
        List<Cost> first = new ArrayList<>();
        List<Cost> drifted = new ArrayList<>();
        List<Cost> inSync = new ArrayList<>();
        List<Cost> unplanned = new ArrayList<>();
        List<Cost> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            account.change("s0001", "desired_count", "2");
            Cost.of(looks.reading(1));
            inSync.add(Cost.of(looks.reading(1)));
            assertThat(inSync.get(round).outcome().exit()).isZero();
            unplanned.add(Cost.of(looks.readingUnplanned(1)));
            assertThat(unplanned.get(round).outcome().exit()).isZero();
            account.change("s0001", "desired_count", "3");
            drifted.add(looks.driftAgain(1));
            first.add(looks.drift(1));
            plain.add(looks.terraform());
            assertThat(Looks.drifted(first.get(round))).containsExactly("/stacks/s0001");
            assertThat(Looks.drifted(drifted.get(round))).containsExactly("/stacks/s0001");
        }
        print("one stack of 500, first run, only read", unplanned, plain, "2.5, wall");
        print("one stack of 500, first run", first, plain, "2.5, wall");
        print("one stack of 500, next run, drifted", drifted, plain, "2.5, wall");
        print("one stack of 500, next run, in sync", inSync, plain, "2.5, wall");
    }

    @Test
    void peakOfTheWholeTree() throws Exception {
        Looks looks = looks("tree", STACKS, 1);
        looks.driftAgain(12);
        printPeak("first run", Cost.withMemory(looks.planning(12)));
        printPeak("next run", Cost.withMemory(looks.reading(12)));
    }

    private static void printPeak(String run, Cost cost) {
        Timing.print(
                "%-44s %.0f MiB PSS (target: at most 900), %.0f MiB RSS",
                "peak, twelve at once, " + run, cost.pss(), cost.rss());
    }

    private Looks looks(String name, int stacks, int setsEach) throws Exception {
        return Looks.at(account, Files.createDirectory(folder.resolve(name)), stacks, setsEach);
    }

    private static void print(String what, List<Cost> shared, List<Cost> plain, String target) {
        Cost ours = Cost.median(shared);
        Cost theirs = Cost.median(plain);
        ours.print(what + ", drift detect");
        theirs.print(what + ", terraform plan");
        Timing.print(
                "%-44s %.1f wall, %.1f CPU (target: at least %s)",
                what + ", times as much", theirs.wall() / ours.wall(), theirs.cpu() / ours.cpu(), target);
    }
}
