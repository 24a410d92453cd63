package dev.drift.terramate.plan;

import static dev.drift.terramate.plan.Plans.codeOf;
import static dev.drift.terramate.plan.Plans.entry;
import static dev.drift.terramate.plan.Plans.object;
import static dev.drift.terramate.plan.Plans.priorState;
import static dev.drift.terramate.plan.Plans.read;
import static dev.drift.terramate.plan.Plans.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IgnoreChanges;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Sibling;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanJsonTest {

    private static final String MOVED = entry(
            "aws_ecs_service.web",
            "'update'",
            "'before':{'id':'svc','desired_count':1},'after':{'id':'svc','desired_count':3},'after_unknown':{}");
    private static final String UNCHANGED =
            entry("aws_ecs_service.web", "'no-op'", "'before':{'id':'svc'},'after':{'id':'svc'}");

    @Test
    void driftIsTheLastApplyAgainstLive() throws Exception {
        Observation seen = read(Plans.with(section("resource_drift", MOVED)));

        assertThat(seen.drifted()).singleElement().satisfies(change -> {
            assertThat(change.address()).hasToString("aws_ecs_service.web");
            assertThat(change.address().type()).isEqualTo("aws_ecs_service");
            assertThat(change.action()).isEqualTo(ChangeAction.UPDATE);
            assertThat(change.before().value().field("desired_count")).isEqualTo(Value.of(1));
            assertThat(change.after().value().field("desired_count")).isEqualTo(Value.of(3));
        });
    }

    @Test
    void dataSourcesAndWhatStaysAsItIsAreLeftOut() throws Exception {
        String data = MOVED.replace("'managed'", "'data'");
        String reading = entry("aws_ecs_service.api", "'read'", "'before':null,'after':{}");

        CodeSide.Seen code = codeOf(Plans.with(section("resource_changes", data, UNCHANGED, reading)));

        assertThat(code.planned()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "create, CREATE",
        "update, UPDATE",
        "delete, DELETE",
        "forget, FORGET",
        "delete create, REPLACE",
        "create delete, REPLACE",
        "create forget, REPLACE",
        "forget create, REPLACE",
    })
    void actionWordsBecomeOneAction(String words, ChangeAction action) throws Exception {
        String quoted = "'" + words.replace(" ", "','") + "'";

        CodeSide.Seen code = codeOf(Plans.with(section("resource_changes", entry("a.b", quoted, "'before':{}"))));

        assertThat(code.planned()).extracting(ResourceChange::action).containsExactly(action);
    }

    @ParameterizedTest
    @CsvSource({"evict", "create create", "delete create update", "delete update"})
    void unknownActionWordsAreAGapAndNoGuess(String words) throws Exception {
        String quoted = "'" + words.replace(" ", "','") + "'";

        Observation seen = read(Plans.with(section("resource_changes", entry("a.b", quoted, "'before':{}"))));

        assertThat(((CodeSide.Seen) seen.codeSide()).planned()).isEmpty();
        assertThat(seen.coverage().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.phase()).isEqualTo(ProbePhase.READ);
            assertThat(gap.reason()).startsWith("resource_changes holds the unknown action [");
            assertThat(gap.address())
                    .hasValueSatisfying(address -> assertThat(address).hasToString("a.b"));
        });
    }

    @Test
    void whatIsKnownOnlyAfterTheApplyIsUnknownAndNotAbsent() throws Exception {
        String planned = entry(
                "a.b",
                "'update'",
                "'before':{},'after':{'name':'n','blocks':[{'port':1},{}]},"
                        + "'after_unknown':{'arn':true,'name':false,'blocks':[{},{'port':true}],'tags':{}}");

        Value after = codeOf(Plans.with(section("resource_changes", planned)))
                .planned()
                .get(0)
                .after()
                .value();

        assertThat(after.field("arn")).isEqualTo(Value.unknown());
        assertThat(after.field("name")).isEqualTo(Value.of("n"));
        assertThat(after.field("blocks").items())
                .containsExactly(Value.of(Map.of("port", Value.of(1))), Value.of(Map.of("port", Value.unknown())));
        assertThat(after.field("tags")).isEqualTo(Value.ofNull());
    }

    @Test
    void sensitivityMarksStayWithEachMoment() throws Exception {
        String moved = entry(
                "a.b",
                "'update'",
                "'before':{'p':'x'},'after':{'p':'y'},'before_sensitive':{},'after_sensitive':{'p':true}");

        ResourceChange change =
                read(Plans.with(section("resource_drift", moved))).drifted().get(0);

        assertThat(change.before().sensitive().covers(ValuePath.of("p"))).isFalse();
        assertThat(change.after().sensitive().covers(ValuePath.of("p"))).isTrue();
    }

    @Test
    void aDeposedObjectIsNotTheCurrentOne() throws Exception {
        String deposed = "{'address':'a.b','mode':'managed','type':'a','deposed':'00bead',"
                + "'change':{'actions':['delete'],'before':{},'after':null}}";

        assertThat(codeOf(Plans.with(section("resource_changes", deposed))).planned())
                .extracting(change -> change.address().deposed())
                .containsExactly(java.util.Optional.of("00bead"));
    }

    @Test
    void aPlanWithoutChangesOfExistingObjectsWasToldToRefreshOnly() throws Exception {
        assertThat(read(Plans.with(priorState(object("a.b", "{}")))).codeSide()).isInstanceOf(CodeSide.Unseen.class);
        assertThat(read(Plans.with(section("resource_drift", MOVED))).codeSide())
                .isInstanceOf(CodeSide.Unseen.class);
        assertThat(read(Plans.with("'configuration':{}")).codeSide()).isInstanceOf(CodeSide.Seen.class);
        assertThat(read(Plans.with(section("resource_changes", UNCHANGED))).codeSide())
                .isInstanceOf(CodeSide.Seen.class);
    }

    @Test
    void onlyOutputsThatChangeAreCounted() throws Exception {
        CodeSide.Seen code = codeOf(Plans.with("'output_changes':{'a':{'actions':['no-op']},"
                + "'b':{'actions':['update']},'c':{'actions':['create']},'d':{'actions':['delete']}}"));

        assertThat(code.changedOutputs()).isEqualTo(3);
    }

    @Test
    void theCodesOwnWordsAreHandedOn() throws Exception {
        assertThat(codeOf(Plans.with("'configuration':{}")).ignores()).contains(IgnoreChanges.NONE);
    }

    @Test
    void coverageCountsManagedObjectsOfEveryModuleAndThoseThatAreGone() throws Exception {
        String gone = entry("a.gone", "'delete'", "'before':{'id':'1'},'after':null");
        String prior = "'prior_state':{'values':{'root_module':{'resources':[" + object("a.b", "{}") + ","
                + object("a.d", "{}").replace("'managed'", "'data'")
                + "],'child_modules':[{'child_modules':[{'resources':[" + object("module.m.module.n.a.b", "{}")
                + "]}]}]}}}";

        assertThat(read(Plans.with(section("resource_drift", gone), prior)).coverage())
                .isEqualTo(Coverage.complete(3));
    }

    @Test
    void anObjectThatMentionsADriftedOneIsItsSibling() throws Exception {
        String prior = priorState(
                object("aws_ecs_service.web", "{'id':'svc'}"),
                object("x.by_id", "{'service':'svc'}"),
                object("x.deep", "{'targets':[{'ids':['other','svc']}]}"),
                object("x.stranger", "{'service':'other','svc':'key'}"));

        Observation seen = read(Plans.with(section("resource_drift", MOVED), prior));

        assertThat(seen.siblings()).extracting(Sibling::toString).containsExactly("x.by_id", "x.deep");
    }

    @Test
    void siblingsAreFoundWhateverTheOrderOfTheSections() throws Exception {
        String prior = priorState(object("x.by_id", "{'service':'svc'}"));
        String code = "'configuration':{'root_module':{'resources':[{'address':'aws_ecs_service.web',"
                + "'expressions':{'desired_count':{'constant_value':1}}}]}}";

        Observation seen =
                read(Plans.with(prior, code, section("resource_changes", UNCHANGED), section("resource_drift", MOVED)));

        assertThat(seen.siblings()).hasSize(1);
        CodeSide.Seen codeSide = (CodeSide.Seen) seen.codeSide();
        assertThat(codeSide.declarations().of(seen.drifted().get(0).address()).field("desired_count"))
                .isEqualTo(Value.of(1));
    }

    @Test
    void anUnusualOrderInsideAnEntryReadsTheSame() throws Exception {
        String moved = "{'change':{'after':{'n':2},'before':{'n':1},'actions':['update']},'type':'a','address':'a.b'}";
        String unchanged = "{'change':{'after':{'n':2},'actions':['no-op']},'type':'a','address':'a.b'}";

        Observation seen = read(Plans.with(section("resource_drift", moved), section("resource_changes", unchanged)));

        assertThat(seen.drifted())
                .singleElement()
                .satisfies(change -> assertThat(change.after().value()).isEqualTo(Value.of(Map.of("n", Value.of(2)))));
        assertThat(((CodeSide.Seen) seen.codeSide()).planned()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'errored':true,'complete':false|the plan ended with an error, so not everything was looked at",
                "'errored':false,'complete':false|the plan is partial: it was told to look at targets only",
                "'complete':false,'deferred_changes':[{},{}]|the plan defers 2 changes to a later one",
            })
    void aPlanThatSaysItLacksSomethingHasAGap(String marks, String reason) throws Exception {
        Observation seen = read("{'format_version':'1.2','resource_changes':[]," + marks + "}");

        assertThat(seen.coverage().gaps()).extracting(Gap::reason).containsExactly(reason);
    }

    @Test
    void objectsThatThePlanPassesOverAreAGapEvenIfNothingSaysSo() throws Exception {
        String prior = priorState(object("aws_ecs_service.web", "{}"), object("x.untargeted", "{}"));

        Coverage coverage =
                read(Plans.with(section("resource_changes", UNCHANGED), prior)).coverage();

        assertThat(coverage.compared()).isEqualTo(1);
        assertThat(coverage.gaps()).extracting(Gap::reason).containsExactly("1 of 2 objects are not part of the plan");
    }
}
