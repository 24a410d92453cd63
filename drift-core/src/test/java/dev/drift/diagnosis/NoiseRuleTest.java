package dev.drift.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.Scene;
import org.junit.jupiter.api.Test;

class NoiseRuleTest {

    private static final RuleBook BOOK = RuleBook.builder()
            .trait("box", Trait.SET, "rules")
            .trait("box", Trait.DOCUMENT, "layout")
            .build();

    private static Said moved(String before, String after) {
        return Said.by(BOOK, Scene.planned().drifted("box.a", before, after));
    }

    @Test
    void entriesThatDifferInNothingSayNothing() {
        Said said = moved("{'a': 1, 'b': [1]}", "{'b': [1.0], 'a': 1}");

        assertThat(said.outcome()).isInstanceOf(StackOutcome.InSync.class);
        assertThat(said.outcome().findings().noise()).isEmpty();
    }

    @Test
    void nullAgainstEmptySaysNothing() {
        Said said = moved("{'a': null, 'b': '', 'c': null, 'd': []}", "{'a': {}, 'b': null, 'c': '', 'd': null}");

        assertThat(said.noted()).isEmpty();
        assertThat(said.noise("null-against-empty")).isEqualTo(4);
    }

    @Test
    void nullAgainstSomethingIsNoNoise() {
        Said said = moved("{'a': null, 'b': 'x'}", "{'a': {'k': 'v'}, 'b': null}");

        assertThat(said.noted()).containsExactly("box.a a.k undeclared", "box.a b undeclared");
        assertThat(said.outcome().findings().noise()).isEmpty();
    }

    @Test
    void nullAgainstFalseOrZeroSaysNothingWhereTheCodeIsSilent() {
        Said said = moved("{'a': null, 'b': 0}", "{'a': false, 'b': null}");

        assertThat(said.noted()).isEmpty();
        assertThat(said.noise("null-against-default")).isEqualTo(2);
    }

    @Test
    void nullAgainstFalseIsSomethingWhereTheCodeSpeaksOrTruthWasLost() {
        Scene declared =
                Scene.planned().drifted("box.a", "{'a': null}", "{'a': false}").declares("box.a", "{'a': true}");

        assertThat(Said.by(BOOK, declared).ignored()).containsExactly("box.a a ignored_by_inference");
        assertThat(moved("{'a': true}", "{'a': false}").noted()).containsExactly("box.a a undeclared");
        assertThat(moved("{'a': null}", "{'a': true}").noted()).containsExactly("box.a a undeclared");
    }

    @Test
    void withoutTheCodeOnlyANullOfTheLastApplyProvesThatFalseIsADefault() {
        Said became = Said.by(BOOK, Scene.refreshOnly().drifted("box.a", "{'a': null}", "{'a': false}"));
        Said lost = Said.by(BOOK, Scene.refreshOnly().drifted("box.a", "{'a': false}", "{'a': null}"));

        assertThat(became.drift()).isEmpty();
        assertThat(lost.drift()).containsExactly("box.a a moved");
    }

    @Test
    void defaultsInsideElementsOfSetsSayNothingEither() {
        Said said = moved(
                "{'rules': [{'n': 1, 'on': null, 'x': null}, {'n': 2, 'on': null, 'x': null}]}",
                "{'rules': [{'n': 2, 'on': false, 'x': ''}, {'n': 1, 'on': false, 'x': ''}]}");

        assertThat(said.noted()).isEmpty();
        assertThat(said.noise("null-against-default")).isEqualTo(2);
        assertThat(said.noise("null-against-empty")).isEqualTo(2);
    }

    @Test
    void allTagsOnlyMirrorTags() {
        Said said =
                moved("{'tags': {'a': '1'}, 'tags_all': {'a': '1'}}", "{'tags': {'a': '2'}, 'tags_all': {'a': '2'}}");

        assertThat(said.noted()).containsExactly("box.a tags.a undeclared");
        assertThat(said.noise("tags-all-mirrors-tags")).isEqualTo(1);
    }

    @Test
    void tagThatMovedOnlyAmongAllTagsIsNoMirror() {
        Said said = moved(
                "{'tags': {'a': '1'}, 'tags_all': {'a': '1', 'team': 'x'}}",
                "{'tags': {'a': '2'}, 'tags_all': {'a': '3', 'team': 'y'}}");

        assertThat(said.noted())
                .containsExactly(
                        "box.a tags.a undeclared", "box.a tags_all.a undeclared", "box.a tags_all.team undeclared");
    }

    @Test
    void equivalentPoliciesSayNothing() {
        Said said = moved(
                policy("{`Effect`:`Allow`,`Action`:`s3:GetObject`,`Resource`:[`a`]}"),
                policy("{`Resource`:`a`,`Action`:[`S3:getobject`],`Effect`:`Allow`}"));

        assertThat(said.drift()).isEmpty();
        assertThat(said.noise("equivalent-policy")).isEqualTo(1);
    }

    @Test
    void widenedPolicyIsDriftHoweverItIsWritten() {
        Said said = moved(
                policy("{`Effect`:`Allow`,`Action`:`s3:GetObject`,`Resource`:`a`}"),
                policy("{`Effect`:`Allow`,`Action`:[`s3:GetObject`,`s3:PutObject`],`Resource`:`a`}"));

        assertThat(said.drift()).containsExactly("box.a policy undeclared");
        assertThat(said.severities()).containsExactly("policy critical");
    }

    @Test
    void spellingOfJsonMattersWhereTheBookKnowsNoDocument() {
        String compact = "'{\\'a\\':1}'".replace("\\'", "\\\"");
        String spaced = "'{ \\'a\\': 1 }'".replace("\\'", "\\\"");

        assertThat(moved("{'layout': " + compact + "}", "{'layout': " + spaced + "}")
                        .noise("equivalent-json"))
                .isEqualTo(1);
        assertThat(moved("{'content': " + compact + "}", "{'content': " + spaced + "}")
                        .noted())
                .containsExactly("box.a content undeclared");
    }

    @Test
    void noiseHidesNoRealFieldOfTheSameEntry() {
        Said said = moved("{'tags': null, 'size': 1}", "{'tags': {}, 'size': 2}");

        assertThat(said.noted()).containsExactly("box.a size undeclared");
        assertThat(said.noise("null-against-empty")).isEqualTo(1);
    }

    private static String policy(String statement) {
        String text = "{`Version`:`2012-10-17`,`Statement`:[" + statement + "]}";
        return "{'policy': '" + text.replace("`", "\\\"") + "'}";
    }
}
