package dev.drift.it.benchmark;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.cloudsync.Answer;
import dev.drift.it.cloudsync.Exchange;
import dev.drift.it.cloudsync.FakeCloud;
import dev.drift.it.cloudsync.RecordingProxy;
import dev.drift.it.cloudsync.Request;
import dev.drift.it.fake.FakeAws;
import dev.drift.it.tools.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What it costs to tell Terramate Cloud of a run: requests, and time of the same run untold. Stacks of ten resources, one in
 * twenty has drifted; {@code -Ddrift.benchmark.pairs} (5) and {@code -Ddrift.benchmark.stacks} (100) say how much is done, which
 * takes some five minutes of a machine that does nothing else. The two runs of a pair follow each other, in turns the one or the
 * other first, so that what slows the machine down slows both; what counts is the median of what the pairs say. Account and cloud
 * answer from this process: their time is counted on neither side, but they take it from the same cores.
 */
class DeliveryBenchmark {

    private static final int PAIRS = Integer.getInteger("drift.benchmark.pairs", 5);
    private static final int STACKS = Integer.getInteger("drift.benchmark.stacks", 100);
    private static final int AT_ONCE = 8;

    @Test
    void toldAndUntold() throws Exception {
        Path folder = Files.createTempDirectory("delivery").toRealPath();
        try (FakeAws account = FakeAws.start();
                RecordingProxy cloud = RecordingProxy.before(DeliveryBenchmark::answer)) {
            Looks looks = Looks.at(account, folder, STACKS, 1);
            looks.fresh().publish();
            Looks telling = looks.with(FakeCloud.reached(cloud))
                    .with(Map.of("XDG_STATE_HOME", folder.resolve("state").toString()));
            List<Cost> told = new ArrayList<>();
            List<Cost> untold = new ArrayList<>();
            looks.drift(AT_ONCE);
            for (int pair = 0; pair < PAIRS; pair++) {
                if (pair % 2 == 0) {
                    untold.add(looks.drift(AT_ONCE));
                }
                cloud.takeExchanges();
                told.add(telling.drift(AT_ONCE));
                assertThat(Looks.drifted(told.get(pair))).isEqualTo(looks.changed());
                if (pair % 2 == 1) {
                    untold.add(looks.drift(AT_ONCE));
                }
            }
            print(cloud.takeExchanges());
            print(told, untold);
        } finally {
            FileTree.remove(folder);
        }
    }

    /** Takes everything, and costs next to nothing. */
    private static Answer answer(Request request) {
        return switch (kind(request)) {
            case "start" -> Answer.json(200, "{\"uuid\":\"%s\"}".formatted(UUID.randomUUID()));
            case "other" ->
                Answer.json(
                        200,
                        request.path().endsWith("memberships")
                                ? "[{\"org_name\":\"%s\",\"org_uuid\":\"%s\",\"status\":\"active\"}]"
                                        .formatted(FakeCloud.ORGANIZATION, new UUID(0, 1))
                                : "{}");
            default -> new Answer(204, "", "");
        };
    }

    private static void print(List<Exchange> exchanges) {
        Map<String, Long> requests =
                exchanges.stream().collect(groupingBy(exchange -> kind(exchange.request()), counting()));
        long telling = exchanges.stream()
                .filter(exchange -> exchange.request().isTelling())
                .count();
        long batches = requests.getOrDefault("log", 0L);
        Timing.print("%-44s %s", "requests of %d stacks".formatted(STACKS), requests);
        Timing.print(
                "%-44s %.2f (target: at most 3), and %.2f batches of the log",
                "requests a stack", (telling - batches) / (double) STACKS, batches / (double) STACKS);
        Timing.print(
                "%-44s %.1f KiB",
                "sent a stack",
                exchanges.stream()
                                .mapToInt(exchange -> exchange.request().body().length())
                                .sum()
                        / 1024.0
                        / STACKS);
    }

    private static String kind(Request request) {
        return switch (request.method()) {
            case "POST" -> request.path().endsWith("/logs") ? "log" : "start";
            case "PATCH" -> "finish";
            default -> "other";
        };
    }

    private static void print(List<Cost> told, List<Cost> untold) {
        String what = "%d stacks x 10, eight at once, ".formatted(STACKS);
        for (int pair = 0; pair < PAIRS; pair++) {
            told.get(pair).print(what + "told");
            untold.get(pair).print(what + "untold");
        }
        Timing.print(
                "%-44s %+.1f %% wall (target: at most +5), %+.1f %% CPU",
                "telling adds, median of %d pairs".formatted(PAIRS),
                paired(told, untold, Cost::wall),
                paired(told, untold, Cost::cpu));
    }

    private static double paired(List<Cost> told, List<Cost> untold, ToDoubleFunction<Cost> what) {
        double[] sorted = IntStream.range(0, PAIRS)
                .mapToDouble(pair -> percent(what.applyAsDouble(told.get(pair)), what.applyAsDouble(untold.get(pair))))
                .sorted()
                .toArray();
        return (sorted[(PAIRS - 1) / 2] + sorted[PAIRS / 2]) / 2;
    }

    private static double percent(double more, double than) {
        return (more / than - 1) * 100;
    }
}
