package dev.drift.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.ProbePhase;
import dev.drift.testing.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyTest {

    private static Said moved(String before, String after, String marks) {
        return Said.of(Scene.refreshOnly().drifted("thing.a", before, after, marks));
    }

    private static void assertHidden(Said said) {
        assertThat(said.drift()).isNotEmpty();
        assertThat(said.outcome().toString()).doesNotContain("hunter").doesNotContain("s3cr3t");
    }

    @Test
    void markedValuesAreOnlyToldToDiffer() {
        Said said = moved("{'value': 'hunter1'}", "{'value': 'hunter2'}", "{'value': true}");

        assertHidden(said);
        assertThat(said.shown()).containsExactly("value: \"[redacted]\" -> \"[redacted]\"");
    }

    @Test
    void keysOfAMarkedMapArePartOfTheSecret() {
        Said said = moved("{'env': {'s3cr3t-a': '1'}}", "{'env': {'s3cr3t-b': '2'}}", "{'env': true}");

        assertHidden(said);
        assertThat(said.drift()).containsExactly("thing.a env moved");
    }

    @Test
    void elementWithAMarkAnywhereIsHiddenAsAWhole() {
        assertHidden(moved(
                "{'users': []}", "{'users': [{'login': 'me', 'word': 'hunter2'}]}", "{'users': [{'word': true}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "db_password",
                "masterUserPassword",
                "api_key",
                "client_secret",
                "auth_token",
                "private_key",
                "connection_string",
                "SECRET_ACCESS_KEY"
            })
    void namesGiveSecretsAwayThatNobodyMarked(String name) {
        assertHidden(moved("{'" + name + "': 'hunter1'}", "{'" + name + "': 'hunter2'}", "false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret_arn", "password_length", "kms_key_id", "key_name", "token_ttl"})
    void namesThatOnlySpeakAboutSecretsHideNothing(String name) {
        assertThat(moved("{'" + name + "': 'one'}", "{'" + name + "': 'two'}", "false")
                        .shown())
                .containsExactly(name + ": \"one\" -> \"two\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAABCDEFGHIJKLMNOP",
                "-----BEGIN RSA PRIVATE KEY-----",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "xoxb-123456789012-abcdef",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln",
                "postgres://me:s3cr3t@db/main",
                "export DB_PASSWORD=hunter2",
                "ZXhwb3J0IERCX1BBU1NXT1JEPWh1bnRlcjIgJiYgcnVu"
            })
    void textsGiveThemselvesAway(String secret) {
        Said said = moved("{'note_text': 'plain'}", "{'note_text': '" + secret + "'}", "false");

        assertThat(said.drift()).hasSize(1);
        assertThat(said.outcome().toString()).doesNotContain(secret);
    }

    @Test
    void secretsInJsonTextsAreHiddenAndTheRestIsShown() {
        Said said = moved(
                "{'boxes': " + boxes("1.0", "hunter1") + "}", "{'boxes': " + boxes("1.1", "hunter2") + "}", "false");

        assertHidden(said);
        assertThat(said.shown().get(0)).contains("app:1.0", "app:1.1", "DB_PASSWORD");
    }

    @Test
    void changeOfNothingButAHiddenValueIsStillTold() {
        Said said = moved(
                "{'boxes': " + boxes("1.0", "hunter1") + "}", "{'boxes': " + boxes("1.0", "hunter2") + "}", "false");

        assertHidden(said);
        assertThat(said.shown()).containsExactly("boxes: \"[redacted]\" -> \"[redacted]\"");
    }

    @Test
    void valueBesideASecretNameIsHidden() {
        assertHidden(moved(
                "{'env': [{'name': 'DB_PASSWORD', 'value': 'hunter1'}]}",
                "{'env': [{'name': 'DB_PASSWORD', 'value': 'hunter2'}]}",
                "false"));
    }

    @Test
    void copiesOfASecretAreHiddenWhereverTheyStand() {
        Said said = Said.of(Scene.refreshOnly()
                .keeps("hunter-one", "hunter-two")
                .drifted(
                        "thing.a",
                        "{'note': 'hunter-one', 'url': 'db://hunter-one', 'tags': {'hunter-one': '1'}, 'n': 'old'}",
                        "{'note': 'hunter-two', 'url': 'db://x', 'tags': {'hunter-one': '2'}, 'n': 'new'}"));

        assertHidden(said);
        assertThat(said.shown())
                .containsExactlyInAnyOrder(
                        "n: \"old\" -> \"new\"",
                        "note: \"[redacted]\" -> \"[redacted]\"",
                        "tags: \"[redacted]\" -> \"[redacted]\"",
                        "url: \"[redacted]\" -> \"[redacted]\"");
    }

    @Test
    void copiesInJsonTextsAreHiddenAndTheRestIsShown() {
        Said said = Said.of(Scene.refreshOnly()
                .keeps("hunter-one")
                .drifted("thing.a", json("1.0", "hunter-one"), json("1.1", "hunter-one")));

        assertHidden(said);
        assertThat(said.shown().get(0)).contains("app:1.0", "app:1.1", "[redacted]");
    }

    @Test
    void copiesInKeysOfAddressesAndInReasonsAreHidden() {
        Said said = Said.of(Scene.refreshOnly()
                .keeps("hunter-one", "thing.a")
                .misses(ProbePhase.READ, "reading hunter-one failed")
                .drifted("thing.a[\"hunter-one\"]", "{'n': '1'}", "{'n': '2'}"));

        assertHidden(said);
        assertThat(said.drift()).containsExactly("thing.a[\"[redacted]\"] n moved");
        assertThat(said.outcome().toString()).contains("reading [redacted] failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "443", "prod", "eu-central-1", "us-gov-west-1a", "enabled", "default", ""})
    void whatManyThingsAreCalledIsNoCopy(String common) {
        Said said = Said.of(Scene.refreshOnly()
                .keeps(common)
                .drifted("thing.a", "{'n': '" + common + "'}", "{'n': 'other " + common + "'}"));

        assertThat(said.shown()).containsExactly("n: \"" + common + "\" -> \"other " + common + "\"");
    }

    @Test
    void copiesAreComparedAsTheyAre() {
        Said said = Said.of(Scene.planned()
                .keeps("hunter-one", "hunter-two")
                .drifted("thing.a", "{'n': 'hunter-one', 'm': 'hunter-one'}", "{'n': 'hunter-two', 'm': 'hunter-one'}")
                .plans(ChangeAction.UPDATE, "thing.a", "{'n': 'hunter-two'}", "{'n': 'hunter-one'}"));

        assertHidden(said);
        assertThat(said.drift()).containsExactly("thing.a n reverted");
    }

    @Test
    void plannedValuesAreHiddenToo() {
        Said said = Said.of(Scene.planned()
                .plans(
                        ChangeAction.UPDATE,
                        "thing.a",
                        "{'value': 'hunter1'}",
                        "{'value': 'hunter2'}",
                        "{'value': true}"));

        assertThat(said.pending()).containsExactly("thing.a value planned");
        assertThat(said.outcome().toString()).doesNotContain("hunter");
    }

    @Test
    void copiesInWhatAnApplyWouldDoAreHiddenToo() {
        Scene scene = Scene.planned()
                .keeps("hunter-one")
                .plans(ChangeAction.UPDATE, "thing.a[\"hunter-one\"]", "{'n': 'x'}", "{'n': 'db://hunter-one'}");

        assertThat(Judge.by(RuleBook.EMPTY).outlook(scene.observation()).toString())
                .contains("thing.a[\"[redacted]\"]")
                .doesNotContain("hunter");
    }

    private static String json(String version, String note) {
        String json = "{'boxes': '[{`image`:`app:" + version + "`,`note`:`" + note + "`}]'}";
        return json.replace("`", "\\\"");
    }

    private static String boxes(String version, String password) {
        String json =
                "[{`image`:`app:" + version + "`,`environment`:[{`name`:`DB_PASSWORD`,`value`:`" + password + "`}]}]";
        return "'" + json.replace("`", "\\\"") + "'";
    }
}
