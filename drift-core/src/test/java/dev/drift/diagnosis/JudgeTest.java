package dev.drift.diagnosis;

import static dev.drift.observation.ChangeAction.CREATE;
import static dev.drift.observation.ChangeAction.DELETE;
import static dev.drift.observation.ChangeAction.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.ProbePhase;
import dev.drift.testing.Scene;
import org.junit.jupiter.api.Test;

class JudgeTest {

    @Test
    void nothingThatDiffersIsInSync() {
        assertThat(Said.of(Scene.planned()).outcome()).isInstanceOf(StackOutcome.InSync.class);
    }

    @Test
    void codeThatWasNotAppliedIsPendingAndNoDrift() {
        Said said = Said.of(Scene.planned()
                .plans(UPDATE, "logs.a", "{'days': 30}", "{'days': 90}")
                .plans(CREATE, "logs.b", "null", "{'days': 1, 'id': '(unknown)'}")
                .plans(DELETE, "logs.c", "{'days': 1}", "null")
                .changesOutputs(2));

        assertThat(said.outcome()).isInstanceOf(StackOutcome.InSync.class);
        assertThat(said.pending()).containsExactly("logs.a days planned", "logs.b days planned", "logs.c delete");
        assertThat(said.outcome().findings().pending().outputs()).isEqualTo(2);
    }

    @Test
    void gapMakesTheStackUnknownAndKeepsWhatWasSeen() {
        Said said = Said.of(Scene.refreshOnly()
                .drifted("service.web", "{'count': 1}", "{'count': 3}")
                .misses(ProbePhase.READ, "access denied")
                .misses(ProbePhase.PLAN, "another"));

        assertThat(said.outcome()).isInstanceOfSatisfying(StackOutcome.Unknown.class, unknown -> {
            assertThat(unknown.phase()).isEqualTo(ProbePhase.READ);
            assertThat(unknown.reason()).isEqualTo("access denied");
        });
        assertThat(said.drift()).containsExactly("service.web count moved");
    }

    @Test
    void emptyStateIsUnknownOnlyIfTheCodeAsksForSomething() {
        Said asked = Said.of(Scene.planned().holds(0).plans(CREATE, "logs.b", "null", "{'days': 1}"));

        assertThat(asked.outcome())
                .isInstanceOfSatisfying(
                        StackOutcome.Unknown.class,
                        unknown -> assertThat(unknown.phase()).isEqualTo(ProbePhase.STATE));
        assertThat(asked.pending()).containsExactly("logs.b days planned");
        assertThat(Said.of(Scene.planned().holds(0)).outcome()).isInstanceOf(StackOutcome.InSync.class);
    }

    @Test
    void stateWhoseLastObjectIsGoneIsDriftedAndNotUnknown() {
        Said said = Said.of(Scene.planned()
                .holds(0)
                .drifted("logs.b", "{'id': 'b', 'days': 1}", "null")
                .plans(CREATE, "logs.b", "null", "{'days': 1}"));

        assertThat(said.outcome()).isInstanceOf(StackOutcome.Drifted.class);
    }

    @Test
    void severityComesFromWhatTheChangeDoes() {
        Said said = Said.of(Scene.refreshOnly()
                .drifted(
                        "thing.a",
                        "{'size': 1, 'tags': {'a': '1'}, 'encrypted': true, 'cidr': '10.0.0.0/8', 'role': 'x',"
                                + " 'block_public_acls': true, 'logging': true}",
                        "{'size': 2, 'tags': {'a': '2'}, 'encrypted': false, 'cidr': '0.0.0.0/0', 'role': 'y',"
                                + " 'block_public_acls': false, 'logging': false}"));

        assertThat(said.severities())
                .containsExactly(
                        "block_public_acls critical",
                        "cidr critical",
                        "encrypted critical",
                        "logging critical",
                        "role high",
                        "size medium",
                        "tags.a low");
    }

    @Test
    void closingIsLessBadThanOpening() {
        Said said = Said.of(Scene.refreshOnly()
                .drifted(
                        "thing.a",
                        "{'encrypted': false, 'cidr': '0.0.0.0/0', 'block_public_acls': false}",
                        "{'encrypted': true, 'cidr': '10.0.0.0/8', 'block_public_acls': true}"));

        assertThat(said.severities()).containsExactly("block_public_acls high", "cidr high", "encrypted high");
    }
}
