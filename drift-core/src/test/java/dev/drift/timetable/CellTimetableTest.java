package dev.drift.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.MaintenanceWindow;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Region;
import dev.drift.estate.Schedule;
import dev.drift.timetable.MissedTicks.Cause;
import dev.drift.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellTimetableTest {

    private static final Cell CELL =
            new Cell(Optional.of(new Environment("prod")), Optional.of(new Region("eu-west-1")));
    private static final CellTimetable SIX_HOURLY =
            new CellTimetable(CELL, Schedule.parse("0 */6 * * *"), MaintenanceWindows.NONE);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void runsATickThatHasComeAndFindsNothingMissed() {
        Turn turn = SIX_HOURLY.turn(Standing.at(NOON), NOON.plusSeconds(60));

        assertThat(turn).isEqualTo(new Turn(Optional.of(NOON), List.of(), Optional.empty()));
        assertThat(SIX_HOURLY.wakeUp(Standing.at(NOON), NOON)).isEqualTo(NOON);
    }

    @Test
    void doesNothingBeforeATick() {
        Instant before = NOON.minusSeconds(1);

        assertThat(SIX_HOURLY.turn(Standing.at(NOON), before)).isEqualTo(Turn.NOTHING);
        assertThat(SIX_HOURLY.wakeUp(Standing.at(NOON), before)).isEqualTo(NOON);
    }

    @Test
    void ofSeveralTicksThatPassedRunsTheLastOnceAndFindsTheOthersMissed() {
        Turn turn = SIX_HOURLY.turn(Standing.at(hours(-18)), hours(1));

        assertThat(turn.tick()).contains(NOON);
        assertThat(turn.missed())
                .containsExactly(
                        new MissedTicks(CELL, Cause.DOWN, 3, hours(-18), hours(-6)),
                        new MissedTicks(CELL, Cause.LATE, 1, NOON, NOON));
    }

    @Test
    void aTickThatComesWhileTheRunBeforeStillGoesIsMissedAndNotRunAfterIt() {
        Turn turn = SIX_HOURLY.turn(Standing.at(NOON), NOON);

        Standing after = SIX_HOURLY.ran(Standing.at(NOON), turn, true, hours(7));

        assertThat(after).isEqualTo(new Standing(hours(12), List.of(MissedTicks.of(CELL, Cause.BUSY, hours(6)))));
    }

    @Test
    void whatARunWithoutAReportDidNotTellIsToldByTheNext() {
        Standing before = new Standing(hours(-6), List.of(MissedTicks.of(CELL, Cause.BUSY, hours(-12))));
        Turn turn = SIX_HOURLY.turn(before, NOON);

        assertThat(SIX_HOURLY.ran(before, turn, false, NOON).untold())
                .containsExactly(
                        MissedTicks.of(CELL, Cause.BUSY, hours(-12)), MissedTicks.of(CELL, Cause.DOWN, hours(-6)));
        assertThat(SIX_HOURLY.ran(before, turn, true, NOON).untold()).isEmpty();
    }

    @Test
    void aTickInAClosedWindowIsNotDueAndNoneIsRunWhileAWindowIsClosed() {
        CellTimetable closedAtNoon = closed("0 12 * * *", Duration.ofHours(2));

        Turn atNoon = closedAtNoon.turn(Standing.at(NOON), NOON);
        Turn lateBehindAClosedDoor = closedAtNoon.turn(Standing.at(hours(-6)), hours(1));

        assertThat(atNoon.tick()).isEmpty();
        assertThat(atNoon.missed()).isEmpty();
        assertThat(atNoon.closed().orElseThrow()).startsWith("maintenance window: closed since");
        assertThat(closedAtNoon.passed(Standing.at(NOON), atNoon, NOON)).isEqualTo(Standing.at(hours(6)));
        assertThat(lateBehindAClosedDoor.tick()).isEmpty();
        assertThat(lateBehindAClosedDoor.missed()).containsExactly(MissedTicks.of(CELL, Cause.DOWN, hours(-6)));
        assertThat(closedAtNoon.next(hours(-1))).contains(hours(6));
    }

    @Test
    void aCellWhoseWindowsAreNeverOpenIsNeverDue() {
        assertThat(closed("* * * * *", Duration.ofHours(1)).next(NOON)).isEmpty();
    }

    @Test
    void aScheduleThatWasChangedMeanwhileCountsAsItIsNow() {
        Standing far = Standing.at(hours(24 * 30));

        assertThat(SIX_HOURLY.wakeUp(far, hours(1))).isEqualTo(hours(6));
        assertThat(SIX_HOURLY.turn(Standing.at(hours(1)), hours(5))).isEqualTo(Turn.NOTHING);
    }

    @Test
    void aScheduleThatTicksMoreOftenThanTheOneBeforeIsFollowedFromItsNextTickOn() {
        List<MissedTicks> untold = List.of(MissedTicks.of(CELL, Cause.LATE, NOON));
        Standing monthly = new Standing(hours(24 * 30), untold);

        Standing taken = SIX_HOURLY.taken(monthly, hours(1));

        assertThat(taken).isEqualTo(new Standing(hours(6), untold));
        assertThat(SIX_HOURLY.turn(taken, hours(6)).tick()).contains(hours(6));
        assertThat(SIX_HOURLY.taken(Standing.at(hours(-6)), hours(1)))
                .as("what passed is still due")
                .isEqualTo(Standing.at(hours(-6)));
    }

    @Test
    void findsOutAfterwardsThatOthersDroppedTicksOrRanThemLongAfter() {
        assertThat(SIX_HOURLY.unnoticed(hours(-6).plusSeconds(420), NOON.plusSeconds(1800)))
                .isEmpty();
        assertThat(SIX_HOURLY.unnoticed(hours(-17), NOON.plusSeconds(1800)))
                .containsExactly(new MissedTicks(CELL, Cause.UNRECORDED, 2, hours(-12), hours(-6)));
        assertThat(SIX_HOURLY.unnoticed(hours(-5), hours(2))).containsExactly(MissedTicks.of(CELL, Cause.LATE, NOON));
        assertThat(SIX_HOURLY.unnoticed(hours(1), hours(2))).isEmpty();
    }

    @Test
    void everyCellOfAnEnvironmentWithAScheduleHasATimetableStaggeredByItsName() {
        EnvironmentDefinition qa = EnvironmentDefinition.usual(new Environment("qa"));
        EnvironmentDefinition usual = EnvironmentDefinition.usual(new Environment("prod"));
        EnvironmentDefinition prod = new EnvironmentDefinition(
                usual.environment(),
                usual.select(),
                List.of(new Region("eu-west-1"), new Region("eu-central-1")),
                dev.drift.estate.Rhythm.usual(usual.environment()),
                usual.means(),
                usual.duties());
        EstateDefinition estate = new EstateDefinition(List.of(prod, qa), EstateDefinition.USUAL_ON_DEMAND, List.of());

        List<CellTimetable> timetables = CellTimetable.of(estate, estate.cells(List.of()));

        assertThat(timetables)
                .extracting(each -> each.cell().toString())
                .containsExactly("prod/eu-west-1", "prod/eu-central-1");
        assertThat(timetables)
                .allSatisfy(each -> assertThat(each.schedule().delay()).isPositive());
        assertThat(CellTimetable.written(estate, CELL).orElseThrow().schedule().delay())
                .isZero();
    }

    @Test
    void aStandingOutlivesTheProcessAsItWas() {
        Standing standing = new Standing(
                NOON,
                List.of(
                        new MissedTicks(CELL, Cause.DOWN, 3, hours(-18), hours(-6)),
                        MissedTicks.of(new Cell(CELL.environment(), Optional.empty()), Cause.BUSY, NOON)));

        assertThat(Standing.read(standing.toJson())).isEqualTo(standing);
        assertThatThrownBy(() -> Standing.read("{\"version\":2}")).hasMessage("it is of another version");
        assertThatThrownBy(() -> Standing.read(standing.toJson().substring(7))).hasMessage("it is damaged");
        assertThatThrownBy(() -> Standing.read("{\"version\":1}")).hasMessage("it is damaged");
        assertThatThrownBy(() -> MissedTicks.of(Value.ofNull())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatWasMissedInOneSentence() {
        assertThat(MissedTicks.of(CELL, Cause.LATE, NOON))
                .hasToString("prod/eu-west-1, the tick of 2026-11-23T12:00:00Z run late");
        assertThat(new MissedTicks(CELL, Cause.DOWN, 2, hours(-6), NOON))
                .hasToString("prod/eu-west-1, 2 ticks from 2026-11-23T06:00:00Z to 2026-11-23T12:00:00Z not run, since"
                        + " nothing ran the schedule");
    }

    private static CellTimetable closed(String opens, Duration length) {
        MaintenanceWindow window =
                new MaintenanceWindow(MaintenanceWindow.Kind.DENY, Schedule.parse(opens), length, Set.of());
        return new CellTimetable(CELL, SIX_HOURLY.schedule(), new MaintenanceWindows(List.of(window)));
    }

    private static Instant hours(int later) {
        return NOON.plus(Duration.ofHours(later));
    }
}
