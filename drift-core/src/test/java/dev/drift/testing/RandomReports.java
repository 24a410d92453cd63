package dev.drift.testing;

import dev.drift.catalog.SkippedStack;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.diagnosis.Waived;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.report.DriftReport;
import dev.drift.report.RunFacts;
import dev.drift.report.StackReport;
import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import dev.drift.timetable.MissedTicks;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Reports of every shape that the types allow, the same ones for the same seed. */
public final class RandomReports {

    private static final List<String> TEXTS =
            List.of("web", "a b", "\"quoted\"", "line\nend", "\u001b[31m", "[redacted?]", "grün \ud83d\ude00", "", "*");

    private final Random random;

    /** The reports of a seed. */
    public RandomReports(long seed) {
        this.random = new Random(seed);
    }

    /** One more report. */
    public DriftReport report() {
        Instant start =
                Instant.ofEpochSecond(1_800_000_000L + random.nextInt(1_000_000), random.nextInt(3) * 1_000_000L);
        RunFacts run = new RunFacts(
                "run-" + random.nextInt(100),
                start,
                start.plusMillis(random.nextInt(100_000)),
                random.nextBoolean() ? "" : "environment:prod",
                random.nextBoolean() ? Map.of() : Map.of("commit", "0123abc", "region", "eu-central-1"),
                "1.0.0");
        List<StackReport> stacks = IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> stack("/stacks/s" + number))
                .toList();
        return new DriftReport(
                run, stacks, many(() -> new SkippedStack(Stacks.stack("/skipped"), text())), many(this::missed));
    }

    private MissedTicks missed() {
        Instant first = Instant.ofEpochSecond(1_800_000_000L + random.nextInt(1_000_000));
        int more = random.nextInt(3);
        return new MissedTicks(
                new Cell(Optional.of(new Environment("prod")), maybe(() -> new Region("eu-west-1"))),
                one(MissedTicks.Cause.values()),
                1 + more,
                first,
                first.plusSeconds(3_600L * more));
    }

    private StackReport stack(String path) {
        List<String> tags = List.of("environment/prod", "region.eu-central-1", "plain", "team/" + random.nextInt(9));
        Stack stack = new Stack(
                StackPath.of(path),
                maybe(() -> StackId.of("id-" + random.nextInt(100))),
                text(),
                "",
                tags.subList(random.nextInt(3), 4).stream().map(Tag::of).toList(),
                Path.of(path).toAbsolutePath());
        StackOutcome outcome = outcome();
        StackCheck check =
                new StackCheck(stack, outcome, "plan", Duration.ofMillis(random.nextInt(1_000_000)), maybe(this::text));
        return new StackReport(
                check, outcome instanceof StackOutcome.Drifted ? maybe(() -> Instant.EPOCH) : Optional.empty());
    }

    private StackOutcome outcome() {
        return switch (random.nextInt(3)) {
            case 0 -> new StackOutcome.InSync(findings(List.of(), List.of()));
            case 1 -> new StackOutcome.Drifted(findings(List.of(resource(), resource()), List.of()));
            default -> new StackOutcome.Unknown(findings(many(this::resource), many(this::gap)), phase(), text());
        };
    }

    private Findings findings(List<ResourceFinding> drift, List<Gap> gaps) {
        return new Findings(
                drift,
                new Pending(many(this::resource), random.nextInt(3)),
                many(this::resource),
                many(this::resource),
                random.nextBoolean() ? Map.of() : Map.of("null-against-empty", random.nextInt(9), "tags-all", 1),
                new Coverage(9, random.nextInt(10), gaps));
    }

    private Gap gap() {
        return new Gap(phase(), text(), maybe(this::address));
    }

    private ResourceFinding resource() {
        return new ResourceFinding(
                address(), one(ChangeAction.values()), one(Severity.values()), many(this::field), maybe(this::waived));
    }

    private Waived waived() {
        return new Waived(text(), LocalDate.of(2027, 1, 1 + random.nextInt(28)), text(), maybe(this::text));
    }

    private ResourceAddress address() {
        return new ResourceAddress("aws_vpc.this[\"" + text() + "\"]", "aws_vpc", maybe(() -> "00ff00ff"));
    }

    private FieldFinding field() {
        return new FieldFinding(
                path(), one(FieldClass.values()), one(Severity.values()), value(2), value(2), random.nextInt(4) == 0);
    }

    private ValuePath path() {
        ValuePath path = ValuePath.of(random.nextBoolean() ? "tags" : text());
        for (int steps = random.nextInt(4); steps > 0; steps--) {
            path = switch (random.nextInt(3)) {
                case 0 -> path.field(text());
                case 1 -> path.index(random.nextInt(12));
                default -> path.element();
            };
        }
        return path;
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> Value.ofNull();
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(random.nextInt(1000));
            case 3 -> Value.of(text());
            case 4 -> Value.redacted();
            case 5 -> Value.unknown();
            case 6 -> Value.of(many(() -> value(depth - 1)));
            default -> Value.of(Map.of(text(), value(depth - 1)));
        };
    }

    private ProbePhase phase() {
        return one(ProbePhase.values());
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> T one(T[] constants) {
        return constants[random.nextInt(constants.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> many(Supplier<T> value) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(number -> value.get())
                .toList();
    }
}
