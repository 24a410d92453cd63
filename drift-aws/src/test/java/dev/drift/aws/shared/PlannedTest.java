package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedTest {

    @Test
    void planThatWasCheckedAsItIsStands() {
        Planned plan = planned("{'id':'a','n':1}", "{'n':2}");

        assertThat(Planned.asChecked(List.of(plan), List.of(value("{'n':3}"), value("{'n':2}"))))
                .containsExactly(plan);
    }

    @Test
    void whatIgnoreChangesLaidOverTheCodeIsTakenOff() {
        Planned plan = planned("{'n':7,'tags':{'a':'live','b':'x'}}", "{'n':7,'tags':{'a':'live','b':'code'}}");
        Value code = value("{'n':1,'tags':{'a':'code','b':'code'}}");

        assertThat(Planned.asChecked(List.of(plan), List.of(code))).containsExactly(new Planned(plan.live(), code));
    }

    @Test
    void placesInsideListsAreTakenOffToo() {
        Planned plan = planned("{'rule':[{'p':80},{'p':81}]}", "{'rule':[{'p':1},{'p':81}]}");
        Value code = value("{'rule':[{'p':1},{'p':2}]}");

        assertThat(Planned.asChecked(List.of(plan), List.of(code))).containsExactly(new Planned(plan.live(), code));
    }

    @Test
    void whereSeveralFitEquallyThePlansOwnWordStands() {
        Planned plan = planned("{'name':'q','n':7}", "{'name':'q','n':7}");

        assertThat(Planned.asChecked(List.of(plan), List.of(value("{'name':'q','n':1}"), value("{'name':'q','n':2}"))))
                .containsExactly(plan);
    }

    @Test
    void whereNoneFitsThePlansOwnWordStands() {
        Planned plan = planned("{'name':'live','n':7}", "{'name':'code','n':7}");

        assertThat(Planned.asChecked(List.of(plan), List.of(value("{'name':'other','n':1}"))))
                .containsExactly(plan);
    }

    @Test
    void checkOfWhatIsNotThereYetIsTakenByItsOwnPlan() {
        Planned there = planned("{'name':'a','n':7}", "{'name':'a','n':7}");
        Planned toCome = new Planned(Value.ofNull(), value("{'name':'b','n':1}"));

        assertThat(Planned.asChecked(List.of(there, toCome), List.of(toCome.configuration())))
                .containsExactly(there);
    }

    @Test
    void siblingsOfOneTypeAreToldApartByWhatIsNotIgnored() {
        Planned one = planned("{'name':'a','n':7}", "{'name':'a','n':7}");
        Planned other = planned("{'name':'b','n':8}", "{'name':'b','n':8}");

        assertThat(Planned.asChecked(
                        List.of(one, other), List.of(value("{'name':'b','n':1}"), value("{'name':'a','n':1}"))))
                .containsExactlyInAnyOrder(
                        new Planned(one.live(), value("{'name':'a','n':1}")),
                        new Planned(other.live(), value("{'name':'b','n':1}")));
    }

    private static Planned planned(String live, String configuration) {
        return new Planned(value(live), value(configuration));
    }

    private static Value value(String json) {
        return Json.read(json.replace('\'', '"'));
    }
}
