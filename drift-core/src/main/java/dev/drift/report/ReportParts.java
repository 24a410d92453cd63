package dev.drift.report;

import dev.drift.catalog.SkippedStack;
import dev.drift.config.Problems;
import dev.drift.estate.Shard;
import dev.drift.stack.Stack;
import dev.drift.timetable.MissedTicks;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reports that are parts of one: the shares of a run that several machines divided among them, or runs over different cells.
 *
 * @param reports the parts, in any order; at least one
 */
public record ReportParts(List<DriftReport> reports) {

    public ReportParts {
        reports = reports.stream()
                .sorted(Comparator.comparing(
                                (DriftReport report) -> report.run().startedAt())
                        .thenComparing(report -> report.run().id()))
                .toList();
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("Nothing has no parts");
        }
    }

    /** The parts that are about the same: the same environment, region and selector, whichever share they are. */
    public List<ReportParts> bySubject() {
        return reports.stream()
                .collect(Collectors.groupingBy(
                        report -> List.of(
                                report.run().from("environment"), report.run().from("region"), selector(report.run())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(ReportParts::new)
                .toList();
    }

    /**
     * The one report: every stack of every part. What the parts say differently of where they ran is left out; it started with the
     * first and ended with the last of them.
     *
     * @throws dev.drift.config.InvalidConfigException if a share is missing or of another commit than the others, a stack is in two
     *     parts, or versions differ
     */
    public DriftReport whole() {
        Problems problems = new Problems();
        bySubject().forEach(subject -> subject.check(problems));
        Set<Stack> seen = new HashSet<>();
        reports.stream()
                .flatMap(report -> report.stacks().stream())
                .map(StackReport::stack)
                .filter(stack -> !seen.add(stack))
                .forEach(stack -> problems.add(stack.path().value(), "The stack is in two of the reports"));
        Set<String> versions = said(RunFacts::version);
        if (versions.size() > 1) {
            problems.add("drift_version", "The reports are of different versions: " + String.join(", ", versions));
        }
        problems.throwIfAny();
        return new DriftReport(run(), stacks(), skipped(seen), missed());
    }

    /** Shares of two commits may leave out a stack that only one of them has. */
    private void check(Problems problems) {
        String name = named(reports.get(0).run());
        missing()
                .forEach(share ->
                        problems.add(name, "The share " + share + " is missing, so of its stacks nothing is known"));
        Set<String> commits = reports.stream()
                .flatMap(report -> report.run().from("commit").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (commits.size() > 1) {
            problems.add(
                    name,
                    "The shares are of different commits, so a stack may be in none of them: "
                            + String.join(", ", commits));
        }
    }

    /** The shares that should be there because another one of the same division is. */
    private List<Shard> missing() {
        List<Shard> there =
                reports.stream().flatMap(report -> share(report.run()).stream()).toList();
        return there.stream()
                .map(Shard::of)
                .distinct()
                .flatMap(of -> IntStream.rangeClosed(1, of).mapToObj(number -> new Shard(number, of)))
                .filter(share -> !there.contains(share))
                .toList();
    }

    private RunFacts run() {
        RunFacts first = reports.get(0).run();
        Map<String, String> origin = new TreeMap<>();
        RunFacts.ORIGINS.forEach(part -> {
            Set<Optional<String>> values =
                    reports.stream().map(report -> report.run().from(part)).collect(Collectors.toSet());
            if (values.size() == 1) {
                first.from(part).ifPresent(value -> origin.put(part, value));
            }
        });
        return new RunFacts(
                first.id(),
                first.startedAt(),
                reports.stream()
                        .map(report -> report.run().finishedAt())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                String.join(" | ", said(ReportParts::selector)),
                origin,
                first.version());
    }

    private List<StackReport> stacks() {
        return reports.stream().flatMap(report -> report.stacks().stream()).toList();
    }

    /** What one part skipped and another looked at was not skipped. */
    private List<SkippedStack> skipped(Set<Stack> seen) {
        Set<SkippedStack> skipped = new LinkedHashSet<>();
        reports.forEach(report -> report.skipped().stream()
                .filter(stack -> !seen.contains(stack.stack()))
                .forEach(skipped::add));
        return List.copyOf(skipped);
    }

    /** Every share of a cell tells of the same ticks. */
    private List<MissedTicks> missed() {
        return reports.stream()
                .flatMap(report -> report.missed().stream())
                .distinct()
                .toList();
    }

    private Set<String> said(Function<RunFacts, String> of) {
        return reports.stream().map(report -> of.apply(report.run())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(RunFacts run) {
        return (run.from("environment").orElse("") + " " + run.from("region").orElse("") + " " + selector(run))
                .strip()
                .replaceAll(" +", " ");
    }

    private static String selector(RunFacts run) {
        Matcher share = RunFacts.SHARE.matcher(run.selector());
        return share.matches() ? Optional.ofNullable(share.group(1)).orElse("") : run.selector();
    }

    private static Optional<Shard> share(RunFacts run) {
        Matcher share = RunFacts.SHARE.matcher(run.selector());
        return share.matches() ? Optional.of(Shard.parse(share.group(2))) : Optional.empty();
    }
}
