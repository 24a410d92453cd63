package dev.drift.it.benchmark;

import dev.drift.it.tools.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Wall times of one thing done several times, in seconds. */
record Timing(String what, List<Double> seconds) {

    Timing {
        seconds = List.copyOf(seconds);
    }

    /** Something that is timed. */
    interface Work {
        void run() throws Exception;
    }

    /** Times two things in turn, so that what else the machine does meets both; each is done once before, unmeasured. */
    static Timing[] paired(int rounds, String one, Work first, String other, Work second) throws Exception {
        List<Double> firsts = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        first.run();
        second.run();
        for (int round = 0; round < rounds; round++) {
            firsts.add(time(first));
            seconds.add(time(second));
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
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    void print() {
        print("%-44s median %.3f s, fastest %.3f s, %d runs", what, median(), Collections.min(seconds), seconds.size());
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
