package dev.drift.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.Drift;
import dev.drift.DriftRun;
import dev.drift.estate.Shard;
import dev.drift.it.tools.Command;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.report.ReportParts;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an estate costs beside the looks at its stacks, by the command as its user starts it. */
class EstateBenchmark {

    private static final List<String> CELLS = List.of(
            "prod/eu-central-1", "prod/eu-west-1", "qa/eu-south-1", "qa/eu-west-2", "dev/us-east-1", "dev/us-west-1");
    private static final int STACKS = 1_000;
    private static final int MOST_HEAP = 200;
    private static final int SHARES = 10;
    private static final int DRIFTING = 10;

    @TempDir
    Path folder;

    @Test
    void thousandStacksInSixCells() throws Exception {
        Path many = repository("many", STACKS);
        Path one = repository("one", 1);
        for (int round = 0; round < 5; round++) {
            Looked thousand = looked(many, round);
            Looked single = looked(one, round);
            assertThat(thousand.stacks()).isEqualTo(STACKS);
            assertThat(thousand.cells()).isEqualTo(CELLS.size());
            thousand.cost().print("1,000 stacks in six cells, no probe, process");
            single.cost().print("the same of one stack");
            Timing.print(
                    "%-44s %.2f s wall (target: 1), %.2f CPU-s, peak heap %.0f MiB of %d",
                    "beyond it",
                    thousand.cost().wall() - single.cost().wall(),
                    thousand.cost().cpu() - single.cost().cpu(),
                    thousand.heap(),
                    MOST_HEAP);
        }
    }

    @Test
    void tenThousandStacksOfTenShares() throws Exception {
        List<Path> shares = new ArrayList<>();
        for (int share = 1; share <= SHARES; share++) {
            String report = ReportJson.write(report(new Shard(share, SHARES)));
            shares.add(Files.writeString(folder.resolve("share-" + share + ".json"), report));
        }
        Command merge = Launcher.drift(Stream.concat(Stream.of("merge", "--format", "json"), shares.stream())
                .toArray());
        DriftReport alone = report(Shard.WHOLE);

        for (int round = 0; round < 5; round++) {
            Cost cost = Cost.of(merge);
            assertThat(cost.outcome().exit()).as(cost.outcome().err()).isEqualTo(2);
            assertThat(ReportJson.read("merged", cost.outcome().out()).summary())
                    .isEqualTo(alone.summary());
            cost.print("drift merge of 10 x 1,000 stacks (target: 2 s)");
        }
        Timing.paired(5, "the same in one process, warm", () -> merged(shares), "once more", () -> merged(shares))[0]
                .print();
        Timing.print("%-44s %.1f MB", "reports", size(shares) / 1e6);
    }

    /** What a program said of itself, and what it cost with the start of its JVM. */
    private record Looked(Cost cost, double heap, int stacks, int cells) {}

    /** By the launcher, in a next run, with the JVM that it takes and all that it tells it; but another program of the same jar. */
    private Looked looked(Path repository, int round) throws IOException, InterruptedException {
        Path output = Files.createDirectory(folder.resolve(repository.getFileName() + "-" + round));
        Path cache = folder.resolve("cache");
        Files.createDirectories(cache.resolve("drift/providers/hashes"));
        Cost cost = Cost.of(Launcher.drift("detect", repository, output)
                .with(Map.of("JAVA_HOME", instead().toString(), "XDG_CACHE_HOME", cache.toString())));
        assertThat(cost.outcome().exit()).as(cost.outcome().err()).isZero();
        String[] figures = Files.readString(output.resolve("figures")).split(" ", -1);
        return new Looked(
                cost, Double.parseDouble(figures[1]), Integer.parseInt(figures[2]), Integer.parseInt(figures[3]));
    }

    /** A home of a Java that runs the program in place of the jar's own, from the same jar, with classes of tests behind it. */
    private Path instead() throws IOException {
        Path java = folder.resolve("java/bin/java");
        if (Files.notExists(java)) {
            Files.createDirectories(java.getParent());
            Files.writeString(java, """
                    #!/bin/bash
                    words=(-Xmx%dm)
                    while [ $# -gt 0 ]; do
                        if [ "$1" = -jar ]; then words+=(-cp "$2:%s" %s); shift 3; else words+=("$1"); shift; fi
                    done
                    exec '%s/bin/java' "${words[@]}"
                    """.formatted(
                            MOST_HEAP,
                            System.getProperty("java.class.path"),
                            InstantRun.class.getName(),
                            System.getProperty("java.home")));
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        }
        return folder.resolve("java");
    }

    private Path repository(String name, int stacks) throws IOException, InterruptedException {
        Path repository = folder.resolve(name);
        Command.of("git", "init", "--quiet", repository).output();
        for (int number = 0; number < stacks; number++) {
            String cell = CELLS.get(number % CELLS.size());
            Path stack = Files.createDirectories(repository.resolve("stacks/" + cell + "/s" + number));
            Files.writeString(stack.resolve("stack.tm.hcl"), """
                    stack {
                      name = "service %1$d"
                      id   = "service-%1$d"
                      tags = ["environment/%2$s", "region/%3$s"]
                    }
                    """.formatted(
                            number, cell.substring(0, cell.indexOf('/')), cell.substring(cell.indexOf('/') + 1)));
        }
        Files.writeString(repository.resolve("drift.yaml"), """
                version: 1
                environments:
                  prod: { regions: [eu-central-1, eu-west-1], schedule: "0 */6 * * *", freshness: 6h, budget: 2h }
                  qa: { regions: [eu-south-1, eu-west-2], schedule: "0 2,14 * * *", freshness: 12h }
                  dev: { regions: [us-east-1, us-west-1], schedule: "0 2 * * 1,3,5", freshness: 72h }
                """);
        return repository;
    }

    private static DriftReport report(Shard shard) {
        List<Stack> stacks = IntStream.range(0, SHARES * STACKS)
                .mapToObj(EstateBenchmark::stack)
                .toList();
        ScriptedProbe probe = new ScriptedProbe();
        IntStream.range(0, stacks.size())
                .filter(number -> number % DRIFTING == 0)
                .forEach(number -> probe.scaledAt(stacks.get(number).path().value()));
        DriftRun.Builder run =
                Drift.over(InMemoryCatalog.of(stacks.toArray(Stack[]::new))).probing(probe);
        return run.taking(shard).build().execute().report();
    }

    private static Stack stack(int number) {
        String[] cell = CELLS.get(number % CELLS.size()).split("/", -1);
        return Stacks.stack(
                "/stacks/%s/%s/s%05d".formatted(cell[0], cell[1], number),
                "environment/" + cell[0],
                "region/" + cell[1]);
    }

    private static void merged(List<Path> shares) throws IOException {
        List<DriftReport> reports = new ArrayList<>();
        for (Path share : shares) {
            reports.add(ReportJson.read(share.toString(), Files.readString(share)));
        }
        assertThat(ReportJson.write(new ReportParts(reports).whole())).isNotEmpty();
    }

    private static double size(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
