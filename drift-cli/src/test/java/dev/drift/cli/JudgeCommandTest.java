package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeCommandTest {

    private static final String EMPTY_PLAN =
            "{\"format_version\":\"1.2\",\"planned_values\":{},\"resource_changes\":[],\"configuration\":{}}";

    @TempDir
    Path directory;

    @Test
    void namesEachPlanByItsFile() {
        Repository.in(directory).write("a.json", EMPTY_PLAN).write("plans/b.json", EMPTY_PLAN);

        Call call = Call.in(directory).of("judge", "a.json", "plans/b.json", "./a.json", "--format", "json");

        DriftReport report = ReportJson.read("report", call.out());
        assertThat(report.stacks())
                .extracting(stack -> stack.stack().path().toString())
                .containsExactly("/a.json", "/plans/b.json");
        assertThat(call.code()).isZero();
    }

    @Test
    void readsStandardInput() {
        Call call = Call.in(directory).reading(EMPTY_PLAN).of("judge", "-", "--format", "json");

        assertThat(call.code()).isZero();
        assertThat(ReportJson.read("report", call.out()).stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.stack().name()).isEqualTo("standard-input"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | plan JSON",
                "no json | plan JSON is no valid JSON at line 1",
                "{\"format_version\":\"1.2\",\"resource_drift\":[ | plan JSON ends in the middle",
                "{\"format_version\":\"2.0\"} | 2.0",
                "[] | plan JSON",
                "{} | format_version"
            })
    void whatIsNoPlanIsUnknown(String document, String reason) {
        Call call = Call.in(directory).reading(document).of("judge", "-");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out()).startsWith("UNKNOWN").contains("read: ").contains(reason.strip());
        assertThat(call.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void tellsWhatTheJudgementReliesOn() {
        Call call = Call.in(directory).reading(EMPTY_PLAN).of("judge", "-");

        assertThat(call.err()).contains("-refresh=false");
        assertThat(Call.in(directory)
                        .reading(EMPTY_PLAN)
                        .of("judge", "-", "--quiet")
                        .err())
                .isEmpty();
    }

    @Test
    void oneUnreadablePlanTouchesNoOther() {
        Repository.in(directory).write("good.json", EMPTY_PLAN).write("bad.json", "{");

        Call call = Call.in(directory).of("judge", "good.json", "bad.json", "--quiet");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out()).contains("1 of 2 stacks could not be judged", "In sync: 1 stack");
    }
}
