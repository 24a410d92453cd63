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
import org.junit.jupiter.api.Test;

/** How objects are marked that come or go as a whole. */
class MarkingOfWholeObjectsTest {

    @Test
    void aDeletionThatTheBaseAskedForAlreadyWasPendingBefore() {
        Scene gone = new Scene().deleting("web", object("count", 1), object("count", 1));

        assertThat(only(gone).mark()).isEqualTo(FROM_THIS_CHANGE);
        assertThat(only(gone).isDestructive()).isTrue();
        assertThat(only(new Scene()
                                .deleting("web", object("count", 1), object("count", 1))
                                .over(gone))
                        .mark())
                .isEqualTo(PENDING_BEFORE);
    }

    @Test
    void deletingWhatSomebodyChangedLiveOverwritesTheirChange() {
        PlannedChange change = only(new Scene().deleting("web", object("count", 1), object("count", 5)));

        assertThat(change.mark()).isEqualTo(OVERWRITES_LIVE_CHANGE);
        assertThat(told(change)).containsExactly("count 1 5 null");
    }

    @Test
    void deletingWhatSomebodyChangedInAnIgnoredFieldOverwritesTheirChange() {
        PlannedChange change = only(new Scene()
                .deleting("web", object("count", 1, "size", 2), object("count", 5, "size", 2))
                .ignoring("count"));

        assertThat(change.mark()).isEqualTo(OVERWRITES_LIVE_CHANGE);
        assertThat(told(change)).containsExactly("count 1 5 null");
    }

    @Test
    void replacingAnObjectOverwritesWhatSomebodyChangedInItsIgnoredFields() {
        PlannedChange change = only(new Scene()
                .replacing(
                        "web",
                        object("back", 1, "kept", 1, "third", 1, "zone", 1),
                        object("back", 5, "kept", 5, "third", 5, "zone", 1),
                        object("back", 1, "kept", 5, "third", 3, "zone", 2))
                .ignoring("back")
                .ignoring("kept")
                .ignoring("third"));

        assertThat(change.mark()).isEqualTo(OVERWRITES_LIVE_CHANGE);
        assertThat(told(change)).containsExactly("back 1 5 1", "third 1 5 3", "zone - 1 2");
        assertThat(marks(change))
                .containsEntry("back", OVERWRITES_LIVE_CHANGE)
                .containsEntry("third", OVERWRITES_LIVE_CHANGE)
                .containsEntry("zone", FROM_THIS_CHANGE);
    }

    @Test
    void replacingAnObjectOverwritesWhatSomebodyAddedAndNoCodeDeclares() {
        PlannedChange change = only(new Scene()
                .replacing(
                        "web",
                        Map.of("zone", Value.of(1)),
                        Map.of("zone", Value.of(1), "note", Value.of("by hand")),
                        Map.of("zone", Value.of(2), "note", Value.unknown())));

        assertThat(change.mark()).isEqualTo(OVERWRITES_LIVE_CHANGE);
        assertThat(marks(change)).containsEntry("note", OVERWRITES_LIVE_CHANGE).containsEntry("zone", FROM_THIS_CHANGE);
    }

    @Test
    void theWayBackFromDriftThatReplacesAnObjectIsStillDestructive() {
        PlannedChange change =
                only(new Scene().replacing("web", object("zone", 1), object("zone", 2), object("zone", 1)));

        assertThat(change.action()).isEqualTo(ChangeAction.REPLACE);
        assertThat(change.isDestructive()).isTrue();
        assertThat(change.mark()).isEqualTo(ALREADY_DRIFTED);
    }

    @Test
    void whatSomebodyDeletedLiveIsCreatedAgainBecauseItAlreadyDrifted() {
        PlannedChange change = only(new Scene().recreating("web", object("id", 7, "count", 1)));

        assertThat(change.action()).isEqualTo(ChangeAction.CREATE);
        assertThat(change.mark()).isEqualTo(ALREADY_DRIFTED);
    }

    /** A field a line: its path, what was last applied where that is told, live and planned. */
    private static List<String> told(PlannedChange change) {
        return change.fields().stream()
                .map(field -> field.finding().path() + " "
                        + field.lastApplied().map(Value::toString).orElse("-") + " "
                        + field.finding().before() + " " + field.finding().after())
                .toList();
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
