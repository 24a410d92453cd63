package dev.drift.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JudgePropertiesTest {

    private static final RuleBook BOOK = RuleBook.builder()
            .trait("thing", Trait.SET, "rules")
            .trait("thing", Trait.NETWORK, "rules")
            .build();

    private final Judge judge = Judge.by(BOOK);

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfListsAndOfSetsChangesNothing(int seed) {
        Random random = new Random(seed);
        List<ResourceChange> drifted = changes(random);
        List<ResourceChange> planned = changes(random);

        StackOutcome outcome = judge.judge(seen(drifted, planned));

        assertThat(judge.judge(seen(shuffled(drifted, random), shuffled(planned, random))))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noiseChangesNoFinding(int seed) {
        Random random = new Random(seed);
        List<ResourceChange> drifted = changes(random);
        List<ResourceChange> noisy =
                drifted.stream().map(JudgePropertiesTest::withNoise).toList();

        Findings plain = judge.judge(seen(drifted, List.of())).findings();
        Findings loud = judge.judge(seen(noisy, List.of())).findings();

        assertThat(loud.drift()).isEqualTo(plain.drift());
        assertThat(loud.noted()).isEqualTo(plain.noted());
        assertThat(loud.ignored()).isEqualTo(plain.ignored());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalSnapshotsNeverDrift(int seed) {
        List<ResourceChange> same = changes(new Random(seed)).stream()
                .map(change ->
                        new ResourceChange(change.address(), ChangeAction.UPDATE, change.before(), change.before()))
                .toList();

        assertThat(judge.judge(seen(same, List.of()))).isInstanceOf(StackOutcome.InSync.class);
        assertThat(judge.judge(seen(same, List.of())).findings().noise()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void markedValuesAppearNowhere(int seed) {
        Random random = new Random(seed);
        List<ResourceChange> marked = changes(random).stream()
                .map(change -> new ResourceChange(
                        change.address(), change.action(), marked(change.before()), marked(change.after())))
                .toList();

        assertThat(judge.judge(seen(marked, marked)).toString()).doesNotContain("word-");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void planBackToTheLastApplyLeavesNothingPendingAndRevertsAllDrift(int seed) {
        List<ResourceChange> drifted = changes(new Random(seed));
        List<ResourceChange> back = drifted.stream()
                .map(change -> between(change.address(), change.after(), change.before()))
                .toList();

        Findings findings = judge.judge(seen(drifted, back)).findings();

        assertThat(findings.pending().resources()).isEmpty();
        assertThat(findings.noted()).isEmpty();
        assertThat(findings.drift().stream().flatMap(resource -> resource.fields().stream()))
                .allMatch(field -> field.kind() == FieldClass.REVERTED);
    }

    private static Observation seen(List<ResourceChange> drifted, List<ResourceChange> planned) {
        CodeSide code = new CodeSide.Seen(planned, 0, Declarations.NONE, Optional.empty());
        return new Observation(drifted, code, List.of(), Coverage.complete(9), Optional.empty());
    }

    private static List<ResourceChange> changes(Random random) {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(number -> new ResourceChange(
                        ResourceAddress.of("thing.n" + number, "thing"),
                        ChangeAction.UPDATE,
                        snapshot(random),
                        snapshot(random)))
                .toList();
    }

    private static ResourceChange between(ResourceAddress address, Snapshot was, Snapshot becomes) {
        return new ResourceChange(address, ChangeAction.UPDATE, was, becomes);
    }

    private static Snapshot snapshot(Random random) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("size", Value.of("word-" + random.nextInt(3)));
        fields.put(
                "rules",
                Value.of(random.ints(random.nextInt(4), 1, 5)
                        .distinct()
                        .mapToObj(port -> Value.of(Map.of("port", Value.of("word-" + port))))
                        .toList()));
        fields.put(
                "steps",
                Value.of(random.ints(random.nextInt(3), 0, 3)
                        .mapToObj(step -> Value.of("word-" + step))
                        .toList()));
        return new Snapshot(Value.of(fields), Marks.NONE);
    }

    private static Snapshot marked(Snapshot snapshot) {
        return new Snapshot(
                snapshot.value(),
                new Marks(Value.of(Map.of("size", Value.of(true), "rules", Value.of(true), "steps", Value.of(true)))));
    }

    private static ResourceChange withNoise(ResourceChange change) {
        return new ResourceChange(
                change.address(),
                change.action(),
                with(change.before(), Value.ofNull(), Value.of("")),
                with(change.after(), Value.of(List.of()), Value.ofNull()));
    }

    private static Snapshot with(Snapshot snapshot, Value one, Value other) {
        Map<String, Value> fields = new LinkedHashMap<>(((Value.Fields) snapshot.value()).values());
        fields.put("extra", one);
        fields.put("other", other);
        return new Snapshot(Value.of(fields), snapshot.sensitive());
    }

    private static List<ResourceChange> shuffled(List<ResourceChange> changes, Random random) {
        List<ResourceChange> copy = new ArrayList<>(changes.stream()
                .map(change -> new ResourceChange(
                        change.address(),
                        change.action(),
                        shuffled(change.before(), random),
                        shuffled(change.after(), random)))
                .toList());
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Snapshot shuffled(Snapshot snapshot, Random random) {
        Map<String, Value> fields = new LinkedHashMap<>(((Value.Fields) snapshot.value()).values());
        List<Value> rules = new ArrayList<>(snapshot.value().field("rules").items());
        Collections.shuffle(rules, random);
        fields.put("rules", Value.of(rules));
        return new Snapshot(Value.of(fields), snapshot.sensitive());
    }
}
