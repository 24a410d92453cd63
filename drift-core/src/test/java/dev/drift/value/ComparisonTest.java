package dev.drift.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private final Comparison lists = Comparison.withSets(place -> false);
    private final Comparison sets = Comparison.withSets(place -> place.names().equals("rules"));

    private static List<String> told(Comparison comparison, String before, String after) {
        return comparison.between(Json.read(before.replace('\'', '"')), Json.read(after.replace('\'', '"'))).stream()
                .map(found -> found.path() + " " + Json.write(found.before()) + " " + Json.write(found.after()))
                .toList();
    }

    @Test
    void leavesAreTold() {
        assertThat(told(lists, "{'a': {'b': 1, 'c': 2}}", "{'a': {'b': 1, 'c': 3, 'd': true}}"))
                .containsExactly("a.c 2 3", "a.d null true");
    }

    @Test
    void insertionIntoAListIsOneDifference() {
        assertThat(told(lists, "[1, 2, 3]", "[1, 9, 2, 3]")).containsExactly("[1] null 9");
        assertThat(told(lists, "[1, 2, 3, 4, 5]", "[0, 1, 3, 4, 5, 6, 7]"))
                .containsExactly("[0] null 0", "[1] 2 null", "[5] null 6", "[6] null 7");
    }

    @Test
    void changedItemOfAListIsTakenApart() {
        assertThat(told(lists, "[{'p': 1, 'q': 1}]", "[{'p': 1, 'q': 2}]")).containsExactly("[0].q 1 2");
    }

    @Test
    void orderOfAListIsADifferenceAndOfASetIsNone() {
        assertThat(told(lists, "{'rules': [1, 2]}", "{'rules': [2, 1]}"))
                .containsExactly("rules[0] 1 2", "rules[1] 2 1");
        assertThat(told(sets, "{'rules': [1, 2]}", "{'rules': [2, 1]}")).isEmpty();
    }

    @Test
    void elementsOfASetAreAddedRemovedOrChanged() {
        assertThat(told(
                        sets,
                        "{'rules': [{'name': 'a', 'n': 1}, {'name': 'b'}]}",
                        "{'rules': [{'name': 'c'}, {'name': 'a', 'n': 2}]}"))
                .containsExactlyInAnyOrder(
                        "rules[*].n 1 2", "rules[*] {\"name\":\"b\"} null", "rules[*] null {\"name\":\"c\"}");
    }

    @Test
    void differenceWithinAnElementKnowsTheWholeElement() {
        Difference found = sets.between(
                        Json.read("{\"rules\": [{\"name\": \"a\", \"n\": 1}]}"),
                        Json.read("{\"rules\": [{\"name\": \"a\", \"n\": 2}]}"))
                .get(0);

        assertThat(found.element())
                .hasValue(new Difference.Element(
                        ValuePath.of("rules"),
                        Json.read("{\"name\": \"a\", \"n\": 1}"),
                        Json.read("{\"name\": \"a\", \"n\": 2}")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void valueDiffersFromItselfNowhereWhateverTheOrderOfItsSets(long seed) {
        Random random = new Random(seed);
        Value value = object(random, 3);
        Comparison allSets = Comparison.withSets(place -> true);

        assertThat(lists.between(value, value)).isEmpty();
        assertThat(allSets.between(value, shuffled(value, random))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whatIsAddedAndRemovedMakesOneSetTheOther(long seed) {
        Random random = new Random(seed);
        List<Value> before = numbers(random);
        List<Value> after = numbers(random);
        List<Value> made = new ArrayList<>(before);

        sets.between(Value.of(Map.of("rules", Value.of(before))), Value.of(Map.of("rules", Value.of(after))))
                .forEach(found -> {
                    made.remove(found.before());
                    if (!found.after().isNull()) {
                        made.add(found.after());
                    }
                });

        assertThat(made).containsExactlyInAnyOrderElementsOf(after);
    }

    @Test
    void largeSetsAndListsTakeNoQuadraticTime() {
        List<Value> before =
                IntStream.range(0, 20_000).mapToObj(n -> rule(n, 1)).toList();
        List<Value> after = new ArrayList<>(
                IntStream.range(10_000, 30_000).mapToObj(n -> rule(n, 2)).toList());
        Collections.shuffle(after, new Random(1));
        Value old = Value.of(Map.of("rules", Value.of(before)));
        Value now = Value.of(Map.of("rules", Value.of(after)));

        assertThat(sets.between(old, now)).hasSize(30_000);
        assertThat(lists.between(old, Value.of(Map.of("rules", Value.of(after.subList(1, after.size()))))))
                .isNotEmpty();
    }

    private static Value rule(int name, int weight) {
        return Value.of(Map.of("name", Value.of("rule-" + name), "weight", Value.of(weight)));
    }

    private static List<Value> numbers(Random random) {
        return random.ints(random.nextInt(9), 0, 5).mapToObj(n -> Value.of(n)).toList();
    }

    private static Value object(Random random, int depth) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int at = random.nextInt(4); at >= 0; at--) {
            fields.put("f" + at, depth == 0 ? Value.of(random.nextInt(3)) : list(random, depth - 1));
        }
        return Value.of(fields);
    }

    private static Value list(Random random, int depth) {
        return Value.of(IntStream.range(0, random.nextInt(4))
                .mapToObj(at -> random.nextBoolean() ? object(random, depth) : Value.of("t" + random.nextInt(3)))
                .toList());
    }

    private static Value shuffled(Value value, Random random) {
        if (value instanceof Value.Fields fields) {
            Map<String, Value> copy = new LinkedHashMap<>();
            fields.values().forEach((name, field) -> copy.put(name, shuffled(field, random)));
            return Value.of(copy);
        }
        if (value instanceof Value.Items items) {
            List<Value> copy = new ArrayList<>(items.values());
            Collections.shuffle(copy, random);
            return Value.of(copy);
        }
        return value;
    }
}
