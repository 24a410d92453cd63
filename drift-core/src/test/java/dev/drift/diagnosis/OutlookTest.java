package dev.drift.diagnosis;

import static dev.drift.observation.ChangeAction.CREATE;
import static dev.drift.observation.ChangeAction.DELETE;
import static dev.drift.observation.ChangeAction.FORGET;
import static dev.drift.observation.ChangeAction.REPLACE;
import static dev.drift.observation.ChangeAction.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.ChangeAction;
import dev.drift.testing.Scene;
import dev.drift.value.ValuePath;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutlookTest {

    private static final RuleBook BOOK = RuleBook.builder()
            .trait("wall", Trait.NETWORK, "open")
            .trait("wall", Trait.COMPUTED, "revision")
            .build();

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @Test
    void whatIsDeletedTakesIgnoredAndUndeclaredChangesAlong() {
        Outlook outlook = outlook(Scene.planned()
                .drifted("wall.a", "{'count': 1, 'note': 'x'}", "{'count': 5, 'note': 'y'}")
                .ignores("wall.a", ValuePath.of("count"))
                .plans(DELETE, "wall.a", "{'count': 5, 'note': 'y'}", "null"));

        assertThat(fields(outlook)).containsExactly("wall.a count 1 5", "wall.a note x y");
    }

    @Test
    void whatOnlyTheProviderSetsIsNobodysChange() {
        Outlook outlook = outlook(Scene.planned()
                .drifted("wall.a", "{'revision': 1}", "{'revision': 2}")
                .plans(DELETE, "wall.a", "{'revision': 2}", "null"));

        assertThat(outlook.overwritten()).isEmpty();
    }

    @Test
    void aReplacementOverwritesWhatItsSuccessorDoesNotHave() {
        Outlook outlook = outlook(Scene.planned()
                .drifted(
                        "wall.a",
                        "{'count': 1, 'size': 1, 'same': 1, 'note': null}",
                        "{'count': 5, 'size': 5, 'same': 5, 'note': 'by hand'}")
                .ignores("wall.a", ValuePath.of("count"), ValuePath.of("size"), ValuePath.of("same"))
                .plans(
                        REPLACE,
                        "wall.a",
                        "{'count': 5, 'size': 5, 'same': 5, 'note': 'by hand', 'zone': 'a'}",
                        "{'count': 1, 'size': 9, 'same': 5, 'note': '(unknown)', 'zone': 'b'}"));

        assertThat(fields(outlook)).containsExactly("wall.a count 1 5", "wall.a note null by hand", "wall.a size 1 5");
    }

    @Test
    void anUpdateLeavesAloneWhatItDoesNotTouch() {
        Outlook outlook = outlook(Scene.planned()
                .drifted("wall.a", "{'count': 1, 'open': false}", "{'count': 5, 'open': true}")
                .plans(UPDATE, "wall.a", "{'count': 5, 'open': true}", "{'count': 3, 'open': true}"));

        assertThat(fields(outlook)).containsExactly("wall.a count 1 5");
    }

    @Test
    void whatIsOnlyForgottenKeepsItsLiveChanges() {
        Outlook outlook = outlook(Scene.planned()
                .drifted("wall.a", "{'open': false}", "{'open': true}")
                .plans(FORGET, "wall.a", "{'open': true}", "null"));

        assertThat(outlook.planned()).extracting(ResourceFinding::action).containsExactly(FORGET);
        assertThat(outlook.overwritten()).isEmpty();
    }

    @Test
    void whatSomebodyRemovedAndComesBackIsALiveChangeTakenBack() {
        Outlook outlook = outlook(Scene.planned()
                .drifted("wall.a", "{'count': 1}", "null")
                .plans(CREATE, "wall.a", "null", "{'count': 1}"));

        assertThat(outlook.overwritten()).extracting(ResourceFinding::action).containsExactly(DELETE);
    }

    @Test
    void nobodyKnowsWhatCodeDoesThatWasNotPlanned() {
        assertThat(Judge.by(BOOK).outlook(Scene.refreshOnly().observation())).isEmpty();
    }

    @Test
    void secretsAreHiddenInEverythingThatIsSaid() {
        Outlook outlook = outlook(Scene.planned()
                .keeps("hunter-one")
                .drifted("wall.a[\"hunter-one\"]", "{'n': 'x'}", "{'n': 'db://hunter-one'}")
                .plans(DELETE, "wall.a[\"hunter-one\"]", "{'n': 'db://hunter-one'}", "null"));

        assertThat(outlook.overwritten()).hasSize(1);
        assertThat(outlook.toString()).doesNotContain("hunter");
    }

    /** Ignored or not: a live value is lost where the object has another one afterwards, or is not there any more. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aLiveChangeIsOverwrittenWhereverItIsNotThereAfterwards(int seed) {
        Random random = new Random(seed);
        int fields = 1 + random.nextInt(5);
        int[][] values = IntStream.range(0, 3)
                .mapToObj(side -> random.ints(fields, 1, 4).toArray())
                .toArray(int[][]::new);
        ChangeAction action = List.of(UPDATE, REPLACE, DELETE).get(random.nextInt(3));
        ValuePath[] ignored = IntStream.range(0, fields)
                .filter(field -> random.nextBoolean())
                .mapToObj(field -> ValuePath.of("f" + field))
                .toArray(ValuePath[]::new);

        Outlook outlook = outlook(Scene.planned()
                .drifted("wall.a", object(values[0]), object(values[1]))
                .ignores("wall.a", ignored)
                .plans(action, "wall.a", object(values[1]), action == DELETE ? "null" : object(values[2])));

        Set<String> expected = IntStream.range(0, fields)
                .filter(field -> values[0][field] != values[1][field])
                .filter(field -> action == DELETE || values[2][field] != values[1][field])
                .mapToObj(field -> "wall.a f" + field + " " + values[0][field] + " " + values[1][field])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fields(outlook)).as("seed %d, %s", seed, action).containsExactlyElementsOf(expected);
    }

    private static Outlook outlook(Scene scene) {
        return Judge.by(BOOK).outlook(scene.observation()).orElseThrow();
    }

    private static String object(int[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(field -> "'f" + field + "': " + values[field])
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<String> fields(Outlook outlook) {
        return outlook.overwritten().stream()
                .flatMap(resource -> resource.fields().stream()
                        .map(field ->
                                resource.address() + " " + field.path() + " " + field.before() + " " + field.after()))
                .toList();
    }
}
