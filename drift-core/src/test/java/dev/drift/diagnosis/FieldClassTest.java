package dev.drift.diagnosis;

import static dev.drift.observation.ChangeAction.CREATE;
import static dev.drift.observation.ChangeAction.DELETE;
import static dev.drift.observation.ChangeAction.REPLACE;
import static dev.drift.observation.ChangeAction.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.Scene;
import dev.drift.value.ValuePath;
import org.junit.jupiter.api.Test;

class FieldClassTest {

    private static final RuleBook BOOK = RuleBook.builder()
            .trait("wall", Trait.SET, "rules")
            .trait("wall", Trait.NETWORK, "rules")
            .trait("wall", Trait.COMPUTED, "revision")
            .build();

    @Test
    void fieldThatThePlanTakesBackIsDriftAndNotPending() {
        Said said = Said.of(Scene.planned()
                .drifted("service.web", "{'count': 1}", "{'count': 3}")
                .plans(UPDATE, "service.web", "{'count': 3}", "{'count': 1}"));

        assertThat(said.drift()).containsExactly("service.web count reverted");
        assertThat(said.pending()).isEmpty();
        assertThat(said.outcome()).isInstanceOf(StackOutcome.Drifted.class);
    }

    @Test
    void plannedValueThatWasNeverAppliedMakesTheFieldAlsoPending() {
        Said said = Said.of(Scene.planned()
                .drifted("service.web", "{'count': 1}", "{'count': 3}")
                .plans(UPDATE, "service.web", "{'count': 3}", "{'count': 5}"));

        assertThat(said.drift()).containsExactly("service.web count reverted");
        assertThat(said.pending()).containsExactly("service.web count planned");
    }

    @Test
    void planThatTouchesAnotherFieldRevertsNothing() {
        Said said = Said.of(Scene.planned()
                .drifted("service.web", "{'count': 1, 'size': 1}", "{'count': 3, 'size': 1}")
                .plans(UPDATE, "service.web", "{'count': 3, 'size': 1}", "{'count': 3, 'size': 2}"));

        assertThat(said.drift()).isEmpty();
        assertThat(said.noted()).containsExactly("service.web count undeclared");
        assertThat(said.pending()).containsExactly("service.web size planned");
    }

    @Test
    void setElementsAreJoinedByContent() {
        Said said = Said.by(
                BOOK,
                Scene.planned()
                        .drifted("wall.fire", "{'rules': [{'port': 80}]}", "{'rules': [{'port': 22}, {'port': 80}]}")
                        .plans(
                                UPDATE,
                                "wall.fire",
                                "{'rules': [{'port': 80}, {'port': 22}]}",
                                "{'rules': [{'port': 80}]}"));

        assertThat(said.drift()).containsExactly("wall.fire rules[*] reverted");
        assertThat(said.pending()).isEmpty();
    }

    @Test
    void leafMerelyUnknownAfterThePlanCountsOnlyIfDeclared() {
        Scene scene = Scene.planned()
                .drifted("wall.fire", "{'size': 1, 'revision': 1}", "{'size': 2, 'revision': 2}")
                .plans(UPDATE, "wall.fire", "{'size': 2, 'revision': 2}", "{'size': 1, 'revision': '(unknown)'}");

        Said undeclared = Said.by(BOOK, scene);
        Said declared = Said.by(BOOK, scene.declares("wall.fire", "{'revision': '(unknown)'}"));

        assertThat(undeclared.drift()).containsExactly("wall.fire size reverted");
        assertThat(undeclared.noted()).containsExactly("wall.fire revision computed");
        assertThat(declared.drift()).containsExactly("wall.fire revision reverted", "wall.fire size reverted");
    }

    @Test
    void replacementTakesBackTheLeavesThatDiffer() {
        Said said = Said.of(Scene.planned()
                .drifted("server.one", "{'image': 'a', 'id': 'i-1'}", "{'image': 'b', 'id': 'i-1'}")
                .plans(REPLACE, "server.one", "{'image': 'b', 'id': 'i-1'}", "{'image': 'a', 'id': '(unknown)'}"));

        assertThat(said.drift()).containsExactly("server.one image reverted");
        assertThat(said.pending()).isEmpty();
    }

    @Test
    void replacementForAnotherReasonIsPendingAlthoughTheObjectMovedToo() {
        Said said = Said.of(Scene.planned()
                .drifted("server.one", "{'tags': null, 'id': 'i-1'}", "{'tags': {}, 'id': 'i-1'}")
                .plans(REPLACE, "server.one", "{'tags': {}, 'id': 'i-1'}", "{'tags': {}, 'id': '(unknown)'}"));

        assertThat(said.drift()).isEmpty();
        assertThat(said.pending()).containsExactly("server.one id planned");
    }

    @Test
    void fieldsNamedByTheCodeAreIgnoredToTheLetter() {
        Scene scene = Scene.planned()
                .drifted("service.web", "{'labels': {'a': '1', 'b': '1'}}", "{'labels': {'a': '2', 'b': '2'}}")
                .ignores("service.web", ValuePath.of("labels").field("a"));

        Said said = Said.of(scene);

        assertThat(said.ignored()).containsExactly("service.web labels.a ignored");
        assertThat(said.noted()).containsExactly("service.web labels.b undeclared");
    }

    @Test
    void planInPlaceOutweighsIgnoreChangesAndDestructionDoesNot() {
        Scene updated = Scene.planned()
                .drifted("service.web", "{'count': 1}", "{'count': 3}")
                .ignores("service.web", ValuePath.of("count"))
                .plans(UPDATE, "service.web", "{'count': 3}", "{'count': 1}");
        Scene destroyed = Scene.planned()
                .drifted("service.web", "{'count': 1}", "{'count': 3}")
                .ignores("service.web", ValuePath.of("count"))
                .plans(DELETE, "service.web", "{'count': 3}", "null");

        assertThat(Said.of(updated).drift()).containsExactly("service.web count reverted");
        assertThat(Said.of(destroyed).ignored()).containsExactly("service.web count ignored");
        assertThat(Said.of(destroyed).pending()).containsExactly("service.web delete");
    }

    @Test
    void declaredValueThatDiffersWithNothingPlannedIsIgnoredByInference() {
        Scene scene = Scene.planned()
                .drifted("service.web", "{'count': 1}", "{'count': 3}")
                .declares("service.web", "{'count': 1}");

        assertThat(Said.of(scene).ignored()).containsExactly("service.web count ignored_by_inference");
        assertThat(Said.of(scene.ignores("service.other")).noted()).containsExactly("service.web count undeclared");
    }

    @Test
    void liveThatIsWhatTheCodeSaysIsConverged() {
        Said said = Said.of(Scene.planned()
                .drifted("service.web", "{'count': 1}", "{'count': 3}")
                .declares("service.web", "{'count': '3'}"));

        assertThat(said.noted()).containsExactly("service.web count converged");
    }

    @Test
    void computedNeverSwallowsWhatTheCodeDeclares() {
        Scene scene = Scene.planned().drifted("wall.fire", "{'revision': 1}", "{'revision': 2}");

        assertThat(Said.by(BOOK, scene).noted()).containsExactly("wall.fire revision computed");
        assertThat(Said.by(BOOK, scene.declares("wall.fire", "{'revision': 1}")).ignored())
                .containsExactly("wall.fire revision ignored_by_inference");
    }

    @Test
    void undeclaredFieldsCountByPolicy() {
        Scene scene = Scene.planned()
                .drifted("wall.fire", "{'size': 1, 'rules': []}", "{'size': 2, 'rules': [{'port': 22}]}");

        Judge judge = Judge.by(BOOK);
        assertThat(new Said(judge.judge(scene.observation())).drift()).containsExactly("wall.fire rules[*] undeclared");
        assertThat(new Said(judge.treatingUndeclared(UndeclaredPolicy.ALL).judge(scene.observation())).drift())
                .containsExactly("wall.fire rules[*] undeclared", "wall.fire size undeclared");
        assertThat(new Said(judge.treatingUndeclared(UndeclaredPolicy.NONE).judge(scene.observation())).drift())
                .isEmpty();
    }

    @Test
    void expressionNobodyCanEvaluateIsTreatedAsUndeclared() {
        Said said = Said.by(
                BOOK,
                Scene.planned()
                        .drifted("wall.fire", "{'size': 1, 'rules': []}", "{'size': 2, 'rules': [{'port': 22}]}")
                        .declares("wall.fire", "{'size': '(unknown)', 'rules': '(unknown)'}"));

        assertThat(said.drift()).containsExactly("wall.fire rules[*] undeclared");
        assertThat(said.noted()).containsExactly("wall.fire size undeclared");
    }

    @Test
    void withoutTheCodeSideEverythingThatSaysSomethingMoved() {
        Said said = Said.by(
                BOOK,
                Scene.refreshOnly().drifted("wall.fire", "{'size': 1, 'revision': 1}", "{'size': 2, 'revision': 2}"));

        assertThat(said.drift()).containsExactly("wall.fire size moved");
        assertThat(said.noted()).containsExactly("wall.fire revision computed");
    }

    @Test
    void objectThatIsGoneIsDeletedAndItsCreationIsTheWayBack() {
        Said said = Said.of(Scene.planned()
                .drifted("parameter.a", "{'id': '/a', 'value': '1', 'note': ''}", "null")
                .plans(CREATE, "parameter.a", "null", "{'id': '(unknown)', 'value': '1', 'note': null}"));

        ResourceFinding gone = said.outcome().findings().drift().get(0);
        assertThat(gone.action()).isEqualTo(DELETE);
        assertThat(gone.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(said.drift()).containsExactly("parameter.a id gone");
        assertThat(said.pending()).isEmpty();
    }

    @Test
    void objectThatIsGoneAndWantedOtherwiseIsPendingToo() {
        Said said = Said.of(Scene.planned()
                .drifted("parameter.a", "{'id': '/a', 'value': '1'}", "null")
                .plans(CREATE, "parameter.a", "null", "{'id': '(unknown)', 'value': '2'}"));

        assertThat(said.drift()).containsExactly("parameter.a id gone");
        assertThat(said.pending()).containsExactly("parameter.a value planned");
    }
}
