package dev.drift.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.Observations;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HearingTest {

    private static final ResourceAddress WEB = ResourceAddress.of("aws_ecs_service.web[\"a\"]", "aws_ecs_service");
    private static final ResourceAddress API = ResourceAddress.of("aws_ecs_service.api", "aws_ecs_service");
    private static final Value TWO_TASKS = Value.of(Map.of("desired_count", Value.of(2)));
    private static final Value THREE_TASKS = Value.of(Map.of("desired_count", Value.of(3)));

    @Test
    void saysOfAnObjectWhatItsCodeCameTo() {
        Observation heard = observation(moved(WEB, "web")).hearing(saying(testimony("web", TWO_TASKS)));

        assertThat(declared(heard, WEB)).isEqualTo(TWO_TASKS);
    }

    @Test
    void keepsWhatThePlanSaysWhereNobodyTestifies() {
        Observation heard = observation(moved(WEB, "web")).hearing(saying(testimony("api", TWO_TASKS)));

        assertThat(declared(heard, WEB)).isEqualTo(Value.unknown());
    }

    @Test
    void doesNotBelieveTestimoniesThatDiffer() {
        Observation heard = observation(moved(WEB, "web"))
                .hearing(saying(testimony("web", TWO_TASKS), testimony("web", THREE_TASKS)));

        assertThat(declared(heard, WEB)).isEqualTo(Value.unknown());
    }

    @Test
    void doesNotGuessBetweenTwoObjectsWithOneIdentity() {
        Observation heard =
                observation(moved(WEB, "web"), moved(API, "web")).hearing(saying(testimony("web", TWO_TASKS)));

        assertThat(declared(heard, WEB)).isEqualTo(Value.unknown());
    }

    @Test
    void bearsTheSameTestimonyTwice() {
        Observation heard = observation(moved(WEB, "web"))
                .hearing(saying(testimony("web", TWO_TASKS), testimony("web", TWO_TASKS)));

        assertThat(declared(heard, WEB)).isEqualTo(TWO_TASKS);
    }

    @Test
    void hasNothingToSayOfALiveReadOnly() {
        Observation unseen = new Observation(
                List.of(moved(WEB, "web")), new CodeSide.Unseen(), List.of(), Coverage.complete(1), Optional.empty());

        assertThat(unseen.hearing(saying(testimony("web", TWO_TASKS)))).isEqualTo(unseen);
    }

    @Test
    void nobodyIsAskedWhereNothingMoved() {
        Observation unchanged = observation();

        assertThat(unchanged.hearing(HearingTest::asked)).isEqualTo(unchanged);
    }

    @Test
    void nobodyIsAskedWhereTheCodeWasNotLookedAt() {
        Observation scaled = Observations.scaled();

        assertThat(scaled.hearing(HearingTest::asked)).isEqualTo(scaled);
    }

    @Test
    void hearsAlsoOfWhatIsPlannedOnly() {
        Declarations read = new Declarations(Map.of("aws_ecs_service.web", Value.unknown()));
        CodeSide code = new CodeSide.Seen(List.of(moved(WEB, "web")), 0, read, Optional.empty());
        Observation pending = new Observation(List.of(), code, List.of(), Coverage.complete(1), Optional.empty());

        assertThat(declared(pending.hearing(saying(testimony("web", TWO_TASKS))), WEB))
                .isEqualTo(TWO_TASKS);
    }

    private static Supplier<List<Testimony>> saying(Testimony... testimonies) {
        return () -> List.of(testimonies);
    }

    private static List<Testimony> asked() {
        throw new AssertionError("asked for its testimony");
    }

    private static Testimony testimony(String id, Value declared) {
        return new Testimony("aws_ecs_service", Value.of(Map.of("id", Value.of(id))), declared);
    }

    private static ResourceChange moved(ResourceAddress address, String id) {
        Snapshot snapshot = new Snapshot(Value.of(Map.of("id", Value.of(id))), Marks.NONE);
        return new ResourceChange(address, ChangeAction.UPDATE, snapshot, snapshot);
    }

    private static Observation observation(ResourceChange... drifted) {
        Declarations read = new Declarations(Map.of("aws_ecs_service.web", Value.unknown()));
        CodeSide code = new CodeSide.Seen(List.of(), 0, read, Optional.empty());
        return new Observation(List.of(drifted), code, List.of(), Coverage.complete(drifted.length), Optional.empty());
    }

    private static Value declared(Observation observation, ResourceAddress address) {
        return ((CodeSide.Seen) observation.codeSide()).declarations().of(address);
    }
}
