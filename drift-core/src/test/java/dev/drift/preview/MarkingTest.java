package dev.drift.preview;

import static dev.drift.preview.ChangeMark.ALREADY_DRIFTED;
import static dev.drift.preview.ChangeMark.FROM_THIS_CHANGE;
import static dev.drift.preview.ChangeMark.OVERWRITES_LIVE_CHANGE;
import static dev.drift.preview.ChangeMark.PENDING_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.ChangeAction;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkingTest {

    @Test
    void aFieldThatOnlyTheCodeMovedComesFromThisChange() {
        PlannedChange change =
                only(new Scene().with("web", object("count", 1), object("count", 1), object("count", 3)));

        assertThat(change.mark()).isEqualTo(FROM_THIS_CHANGE);
        assertThat(change.action()).isEqualTo(ChangeAction.UPDATE);
        assertThat(change.fields().get(0).finding().before()).isEqualTo(Value.of(1));
        assertThat(change.fields().get(0).finding().after()).isEqualTo(Value.of(3));
    }

    @Test
    void aFieldThatOnlySomebodyLiveMovedIsAlreadyDriftedAndTakenBack() {
        PlannedChange change =
                only(new Scene().with("web", object("count", 1), object("count", 5), object("count", 1)));

        assertThat(change.mark()).isEqualTo(ALREADY_DRIFTED);
        assertThat(change.fields().get(0).finding().before()).isEqualTo(Value.of(5));
        assertThat(change.fields().get(0).finding().after()).isEqualTo(Value.of(1));
        assertThat(change.fields().get(0).lastApplied()).isEmpty();
    }

    @Test
    void aFieldThatBothMovedOverwritesALiveChangeAndTellsAllThreeValues() {
        PlannedChange change =
                only(new Scene().with("web", object("count", 1), object("count", 5), object("count", 3)));

        assertThat(change.mark()).isEqualTo(OVERWRITES_LIVE_CHANGE);
        assertThat(change.fields()).hasSize(1);
        assertThat(change.fields().get(0).lastApplied()).contains(Value.of(1));
        assertThat(change.fields().get(0).finding().before()).isEqualTo(Value.of(5));
        assertThat(change.fields().get(0).finding().after()).isEqualTo(Value.of(3));
    }

    @Test
    void nothingIsPlannedWhereTheCodeTakesTheLiveValueOver() {
        assertThat(new Scene()
                        .with("web", object("count", 1), object("count", 5), object("count", 5))
                        .changes())
                .isEmpty();
    }

    @Test
    void aFieldThatMovedBesideADriftedOneIsMarkedByItself() {
        PlannedChange change = only(new Scene()
                .with(
                        "web",
                        object("count", 1, "size", 1),
                        object("count", 5, "size", 1),
                        object("count", 1, "size", 2)));

        assertThat(change.mark()).isEqualTo(FROM_THIS_CHANGE);
        assertThat(marks(change)).isEqualTo(Map.of("count", ALREADY_DRIFTED, "size", FROM_THIS_CHANGE));
    }

    @Test
    void whatTheBaseAskedForAlreadyWasPendingBefore() {
        Scene base = new Scene().with("web", object("count", 1), object("count", 1), object("count", 3));

        PlannedChange same = only(new Scene()
                .with("web", object("count", 1), object("count", 1), object("count", 3))
                .over(base));
        PlannedChange other = only(new Scene()
                .with("web", object("count", 1), object("count", 1), object("count", 4))
                .over(base));

        assertThat(same.mark()).isEqualTo(PENDING_BEFORE);
        assertThat(other.mark()).isEqualTo(FROM_THIS_CHANGE);
    }

    @Test
    void aChangeOfTheActionAloneIsNotPendingBefore() {
        Scene base = new Scene().with("web", object("zone", 1), object("zone", 1), object("zone", 3));

        PlannedChange change = only(new Scene()
                .replacing("web", object("zone", 1), object("zone", 1), object("zone", 3))
                .over(base));

        assertThat(change.mark()).isEqualTo(FROM_THIS_CHANGE);
    }

    @Test
    void whatCannotBeComparedGoesWithWhatCan() {
        Map<String, Value> before = Map.of("count", Value.of(1), "arn", Value.of("a"));
        Map<String, Value> planned = Map.of("count", Value.of(3), "arn", Value.unknown());
        Map<String, Value> changed = Map.of("count", Value.of(4), "arn", Value.unknown());
        Scene base = new Scene().declaring("web").with("web", before, before, planned);

        PlannedChange same = only(new Scene()
                .declaring("web")
                .with("web", before, before, planned)
                .over(base));
        PlannedChange other = only(new Scene()
                .declaring("web")
                .with("web", before, before, changed)
                .over(base));

        assertThat(marks(same).values()).containsOnly(PENDING_BEFORE);
        assertThat(marks(other).values()).containsOnly(FROM_THIS_CHANGE);
    }

    @Test
    void aHiddenValueAloneIsNewBecauseNobodyMayOverlookIt() {
        Map<String, Value> one = Map.of("password", Value.of("one"));
        Map<String, Value> two = Map.of("password", Value.of("two"));
        Scene base = new Scene().with("db", one, one, two);

        PlannedChange change = only(new Scene().with("db", one, one, two).over(base));

        assertThat(change.mark()).isEqualTo(FROM_THIS_CHANGE);
        assertThat(change.toString()).doesNotContain("one").doesNotContain("two");
    }

    @Test
    void theLastAppliedValueOfAHiddenFieldIsHiddenToo() {
        PlannedChange change = only(new Scene()
                .with(
                        "db",
                        Map.of("password", Value.of("first")),
                        Map.of("password", Value.of("second")),
                        Map.of("password", Value.of("third"))));

        assertThat(change.mark()).isEqualTo(OVERWRITES_LIVE_CHANGE);
        assertThat(change.toString())
                .doesNotContain("first")
                .doesNotContain("second")
                .doesNotContain("third");
    }

    /** For every field the three values decide, whatever stands beside it; and nothing that is planned is left out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFieldIsMarkedByItsOwnThreeValues(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Triple[][] objects = new Triple[1 + random.nextInt(4)][1 + random.nextInt(4)];
            Scene scene = new Scene();
            Scene base = new Scene();
            for (int object = 0; object < objects.length; object++) {
                for (int field = 0; field < objects[object].length; field++) {
                    objects[object][field] = Triple.random(random);
                }
                scene.with(
                        "o" + object,
                        side(objects[object], 'a'),
                        side(objects[object], 'l'),
                        side(objects[object], 'c'));
                base.with(
                        "o" + object,
                        side(objects[object], 'a'),
                        side(objects[object], 'l'),
                        side(objects[object], 'b'));
            }

            Map<String, ChangeMark> found = new LinkedHashMap<>();
            scene.over(base)
                    .changes()
                    .forEach(change -> change.fields()
                            .forEach(field -> found.put(
                                    change.address() + "." + field.finding().path(), field.mark())));

            Map<String, ChangeMark> expected = new LinkedHashMap<>();
            for (int object = 0; object < objects.length; object++) {
                for (int field = 0; field < objects[object].length; field++) {
                    String name = "test_object.o" + object + ".f" + field;
                    objects[object][field].mark().ifPresent(mark -> expected.put(name, mark));
                }
            }
            assertThat(found).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    /** Last applied, live, the code, and the code at the base; few values, so that they meet. */
    private record Triple(int applied, int live, int code, int base) {

        static Triple random(Random random) {
            return new Triple(
                    1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3));
        }

        Optional<ChangeMark> mark() {
            if (code == live) {
                return Optional.empty();
            }
            if (live == applied) {
                return Optional.of(code == base ? PENDING_BEFORE : FROM_THIS_CHANGE);
            }
            return Optional.of(code == applied ? ALREADY_DRIFTED : OVERWRITES_LIVE_CHANGE);
        }

        int side(char which) {
            return switch (which) {
                case 'a' -> applied;
                case 'l' -> live;
                case 'c' -> code;
                default -> base;
            };
        }
    }

    private static Map<String, Value> side(Triple[] fields, char which) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int field = 0; field < fields.length; field++) {
            values.put("f" + field, Value.of(fields[field].side(which)));
        }
        return values;
    }

    private static PlannedChange only(Scene scene) {
        List<PlannedChange> changes = scene.changes();
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static Map<String, ChangeMark> marks(PlannedChange change) {
        Map<String, ChangeMark> marks = new LinkedHashMap<>();
        change.fields().forEach(field -> marks.put(field.finding().path().toString(), field.mark()));
        return marks;
    }

    private static Map<String, Value> object(Object... namesAndNumbers) {
        Map<String, Value> object = new LinkedHashMap<>();
        for (int at = 0; at < namesAndNumbers.length; at += 2) {
            object.put((String) namesAndNumbers[at], Value.of((Integer) namesAndNumbers[at + 1]));
        }
        return object;
    }
}
