package dev.drift.it.benchmark;

import dev.drift.it.tools.Command;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** Wall times of one thing done several times, in seconds. */
record Timing(String what, double[] seconds) {

    /** Something that is timed. */
    interface Work {
        void run() throws Exception;
    }

    /** Times two things in turn, so that what else the machine does meets both; each is done once before, unmeasured. */
    static Timing[] paired(int rounds, String one, Work first, String other, Work second) throws Exception {
        double[] firsts = new double[rounds];
        double[] seconds = new double[rounds];
        first.run();
        second.run();
        for (int round = 0; round < rounds; round++) {
            firsts[round] = time(first);
            seconds[round] = time(second);
        }
        return new Timing[] {new Timing(one, firsts), new Timing(other, seconds)};
    }

    /** A command that must succeed. */
    static Work of(Command command) {
        return command::output;
    }

    /** A command that may say what it likes by its exit code. */
    static Work whatever(Command command) {
        return command::run;
    }

    double median() {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    void print() {
        print(
                "%-44s median %.3f s, fastest %.3f s, %d runs",
                what, median(), Arrays.stream(seconds).min().orElseThrow(), seconds.length);
    }

    /** The medians of both and the first as a share of the second. */
    static void compare(Timing[] pair, String target) {
        pair[0].print();
        pair[1].print();
        print("%-44s %.2f (target: %s)", "ratio of the medians", pair[0].median() / pair[1].median(), target);
    }

    static void print(String format, Object... values) {
        System.out.println("BENCHMARK " + String.format(Locale.ROOT, format, values));
    }

    private static double time(Work work) throws Exception {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (IOException failed) {
            throw new IllegalStateException("what is timed failed", failed);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
