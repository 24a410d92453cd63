package dev.drift.terramate.plan;

import static dev.drift.terramate.plan.Plans.entry;
import static dev.drift.terramate.plan.Plans.section;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDefectTest {

    private static final String PLAN = Plans.with(
            section("resource_drift", entry("a.b", "'update'", "'before':{'text':'hunter2'},'after':{'text':'x'}")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|plan JSON is empty",
                "\"  \"|plan JSON is empty",
                "[]|plan JSON is no JSON object at line 1, column 1 (byte 0)",
                "Error: no such plan|plan JSON is no valid JSON at line 1, column 1 (byte 0)",
                "{'format_version':'1.2','planned_values':{}} ok|plan JSON is no valid JSON at line 1, column 46 (byte 45)",
                "{'format_version':'1.2','planned_values':{}}{}"
                        + "|plan JSON is followed by something else at line 1, column 45 (byte 44)",
                "{'format_version':'2.0','resource_drift':7}|plan format 2.0 is newer than known",
                "{'format_version':'0.2','planned_values':{}}"
                        + "|plan format 0.2 is older than known: it does not tell drift apart",
                "{'format_version':'new'}|plan JSON has a format_version that is no version at line 1, column 19 (byte 18)",
                "{'planned_values':{}}|this is no plan: it has no format_version",
                "{'format_version':'1.2'}|this is no plan: it has none of the sections of one",
                "{'format_version':'1.0','values':{}}"
                        + "|this is a state, no plan: hand in the output of show -json for a plan file",
                "{'@level':'info','@message':'x'}"
                        + "|this is the log of plan -json: hand in the output of show -json for a plan file",
                "{'format_version':'1.2','resource_drift':[{}]}"
                        + "|plan JSON has a change without address at line 1, column 44 (byte 43)",
            })
    void whatIsNoPlanIsRefusedWithOneClearMessage(String document, String message) {
        assertThatThrownBy(() -> Plans.read(document))
                .isInstanceOfSatisfying(
                        ProbeException.class,
                        refused -> assertThat(refused.phase()).isEqualTo(ProbePhase.READ))
                .hasMessage(message);
    }

    @Test
    void aDocumentCutOffAnywhereIsRefused() {
        for (int length = 1; length < PLAN.length(); length++) {
            String cut = PLAN.substring(0, length);

            assertThatThrownBy(() -> Plans.read(cut))
                    .as(cut)
                    .isInstanceOf(ProbeException.class)
                    .hasMessageMatching("plan JSON (ends in the middle|is no valid JSON) at line 1, column \\d+ .*")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'format_version':'1.2','resource_drift':[],'resource_drift':[]}",
                "{'format_version':'1.2','resource_drift':[{'address':'a.b','address':'a.b'}]}",
                "{'format_version':'1.2','resource_drift':[{'address':'a.b','type':'a','change':"
                        + "{'actions':['update'],'before':{'n':1,'n':1}}}]}",
            })
    void aKeyThatStandsTwiceIsRefused(String document) {
        assertThatThrownBy(() -> Plans.read(document))
                .hasMessageMatching("plan JSON has the key \"\\w+\" twice in one object at line 1, column \\d+ .*");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String document = "{'format_version':'1.2','planned_values':" + "[".repeat(10_000_000);

        assertThatThrownBy(() -> Plans.read(document))
                .isInstanceOf(ProbeException.class)
                .hasMessageStartingWith("plan JSON goes beyond a limit: ")
                .hasMessageContaining("512");
    }

    @Test
    void aNumberOfAbsurdSizeIsANumber() throws Exception {
        String moved =
                entry("a.b", "'update'", "'before':{'n':1e999999999},'after':{'n':123456789012345678901234567890}");

        Value after = Plans.read(Plans.with(section("resource_drift", moved)))
                .drifted()
                .get(0)
                .after()
                .value();

        assertThat(after.field("n")).hasToString("123456789012345678901234567890");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] latin = PLAN.replace('\'', '"').replace("hunter2", "h\u00e4nter").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> Plans.read(latin)).hasMessageStartingWith("plan JSON is not valid UTF-8");
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() throws Exception {
        String moved = entry("a.b", "'update'", "'before':{'n':'x\\ud83dy'},'after':{'n':'\\ud83d\\ude00'}");

        var change = Plans.read(Plans.with(section("resource_drift", moved)))
                .drifted()
                .get(0);

        assertThat(change.before().value().field("n")).isEqualTo(Value.of("x\uFFFDy"));
        assertThat(change.after().value().field("n")).isEqualTo(Value.of("\uD83D\uDE00"));
    }

    @Test
    void theSixteenBitTextOfAWindowsShellIsReadToo() throws Exception {
        String plan = PLAN.replace('\'', '"');

        assertThat(Plans.read(plan.getBytes(UTF_16)).drifted()).hasSize(1);
        assertThat(Plans.read(("\uFEFF" + plan).getBytes(UTF_8)).drifted()).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsSaidSo(@TempDir Path folder) {
        assertThatThrownBy(() -> PlanJson.read(folder.resolve("none.json"), Optional.empty()))
                .isInstanceOf(ProbeException.class)
                .hasMessageStartingWith("plan JSON cannot be read: ")
                .hasMessageContaining("none.json");
    }
}
