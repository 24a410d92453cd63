package dev.drift.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaiverPropertiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> RESOURCES = List.of("thing.n0", "thing.n1", "thing.*", "*.n2", "thing.n[*]");
    private static final List<String> FIELDS = List.of("a", "b", "c", "a.b");

    private final Judge judge = Judge.by(RuleBook.EMPTY).treatingUndeclared(UndeclaredPolicy.ALL);
    private final Stack stack = Stacks.stack("/web", "environment/prod");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFieldComesOrGoes(int seed) {
        Random random = new Random(seed);
        Observation seen = seen(random, Coverage.complete(9));
        StackOutcome plain = judge.judge(seen);

        StackOutcome waived = judge.waiving(waivers(random, "prod")).judge(stack, seen, TODAY);

        assertThat(fields(waived.findings())).containsExactlyInAnyOrderElementsOf(fields(plain.findings()));
        assertThat(waived.findings().ignored()).isEqualTo(waived.findings().waived());
        assertThat(waived.findings().drift())
                .allMatch(resource -> resource.waived().isEmpty());
        assertThat(waived.findings().noted()).isEqualTo(plain.findings().noted());
        assertThat(waived instanceof StackOutcome.InSync)
                .isEqualTo(waived.findings().drift().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStackThatNoWaiverIsAboutIsJudgedAsWithout(int seed) {
        Random random = new Random(seed);
        Observation seen = seen(random, Coverage.complete(9));
        Judge waiving = judge.waiving(waivers(random, "qa"));

        assertThat(waiving.judge(stack, seen, TODAY)).isEqualTo(judge.judge(seen));
        assertThat(waiving.expired(stack, judge.judge(seen), TODAY)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsUnknownStaysAsItIs(int seed) {
        Random random = new Random(seed);
        Gap gap = new Gap(ProbePhase.READ, "throttled", Optional.empty());
        Observation seen = seen(random, new Coverage(9, 8, List.of(gap)));

        assertThat(judge.waiving(waivers(random, "prod")).judge(stack, seen, TODAY))
                .isInstanceOf(StackOutcome.Unknown.class)
                .isEqualTo(judge.judge(seen));
    }

    private static List<String> fields(Findings findings) {
        return Stream.of(findings.drift(), findings.ignored())
                .flatMap(List::stream)
                .flatMap(resource -> resource.fields().stream()
                        .map(field -> resource.address() + " " + resource.action() + " " + field))
                .toList();
    }

    private static List<Waiver> waivers(Random random, String environment) {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(number -> new Waiver(
                        Selector.parse("Environment:" + environment),
                        RESOURCES.get(random.nextInt(RESOURCES.size())),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(ValuePath.parse(FIELDS.get(random.nextInt(FIELDS.size())))),
                        TODAY.plusDays(random.nextInt(5) - 1L),
                        "reason " + number,
                        Optional.empty()))
                .toList();
    }

    private static Observation seen(Random random, Coverage coverage) {
        List<ResourceChange> moved = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(number -> {
                    boolean isGone = random.nextInt(4) == 0;
                    return new ResourceChange(
                            ResourceAddress.of("thing.n" + number, "thing"),
                            isGone ? ChangeAction.DELETE : ChangeAction.UPDATE,
                            snapshot(random),
                            isGone ? new Snapshot(Value.ofNull(), Marks.NONE) : snapshot(random));
                })
                .toList();
        CodeSide code = new CodeSide.Seen(List.of(), 0, Declarations.NONE, Optional.empty());
        return new Observation(moved, code, List.of(), coverage, Optional.empty());
    }

    private static Snapshot snapshot(Random random) {
        return new Snapshot(
                Value.of(Map.of(
                        "id", Value.of("i-1"),
                        "a", Value.of(Map.of("b", Value.of(random.nextInt(3)), "c", Value.of(random.nextInt(3)))),
                        "b", Value.of(random.nextInt(3)),
                        "c", Value.of(random.nextInt(3)))),
                Marks.NONE);
    }
}
