package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    private static final String SEGMENT = "audit/0000000000000001.jsonl";

    @TempDir
    private Path root;

    @Test
    void aRunIsKeptAndItsTrailIsWhole() throws IOException {
        Call detect = detected();

        Call verify = verify();
        assertThat(detect.code()).isEqualTo(2);
        assertThat(verify.code()).as(verify.err()).isZero();
        assertThat(verify.out()).matches("WHOLE: 7 lines, the last is 7:[0-9a-f]{64}\n");
        assertThat(Files.readString(root.resolve(SEGMENT)))
                .contains("\"cell\":\"qa/eu-south-1\"", "\"cell\":\"unassigned\"", "\"kind\":\"drifted\"");
        assertThat(Files.readAllLines(root.resolve(SEGMENT)).get(6))
                .contains("\"kind\":\"run_finished\",\"verdict\":\"drifted\",\"selected\":5");
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        detected();
        Path segment = root.resolve(SEGMENT);
        Files.writeString(segment, Files.readString(segment).replace("\"drifted\"", "\"in_sync\""));

        Call verify = verify();
        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.out()).contains(segment + ":", ": edited: line ", "BROKEN: 7 lines");

        Value told = Json.read(verify("--format", "json").out());
        assertThat(told.field("whole")).isEqualTo(Value.of(false));
        assertThat(told.field("findings").items().get(0).field("kind")).isEqualTo(Value.of("edited"));
    }

    @Test
    void whatWasNotedElsewhereFindsATrailThatWasWrittenAnew() throws IOException {
        detected();
        String noted = verify().out().replaceFirst("(?s).* is ", "").strip();
        assertThat(verify("--anchor", noted).code()).isZero();

        Files.delete(root.resolve(SEGMENT));
        Files.delete(root.resolve("audit/head.json"));
        detected();

        assertThat(verify().code()).isZero();
        assertThat(verify("--anchor", noted).code()).isEqualTo(1);
    }

    @Test
    void aTrailThatCannotBeKeptFailsTheRunAndSaysWhy() throws IOException {
        Files.writeString(root.resolve("audit"), "a file");

        Call call = detected();

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).contains("DRIFTED");
        assertThat(call.err())
                .contains(
                        "drift: Not delivered to audit trail " + root.resolve("audit"),
                        "cannot be written to: it is no folder");
    }

    @Test
    void thatNothingWasSelectedIsKept() throws IOException {
        Repository.sample(root);
        Call call =
                Call.in(root, ScriptedRuns.IN_SYNC).of("detect", "--audit", "audit", "--select", "Environment:none");

        assertThat(call.code()).isEqualTo(64);
        assertThat(Files.readString(root.resolve(SEGMENT))).contains("\"kind\":\"nothing_selected\"");
        assertThat(verify().code()).isZero();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(Call.in(root).of("audit").code()).isEqualTo(64);
        assertThat(Call.in(root).of("audit", "verify").err()).contains("Missing: PLACE");
        assertThat(Call.in(root).of("audit", "verfy").err()).contains("did you mean verify");
        assertThat(Call.in(root).of("audit", "verify", "x", "--anchor", "7").code())
                .isEqualTo(64);
        assertThat(Call.in(root).of("detect", "--audit", "s3://X").err()).contains("--audit: \"s3://X\" is no place");
        assertThat(verify().err()).contains("there is no folder");
        assertThat(verify().code()).isEqualTo(1);
    }

    private Call detected() {
        Repository.sample(root);
        return Call.in(root, ScriptedRuns.IN_SYNC.drifting("eu-west-1")).of("detect", "--audit", "audit");
    }

    private Call verify(String... options) {
        String[] arguments = new String[3 + options.length];
        arguments[0] = "audit";
        arguments[1] = "verify";
        arguments[2] = "audit";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Call.in(root).of(arguments);
    }
}
