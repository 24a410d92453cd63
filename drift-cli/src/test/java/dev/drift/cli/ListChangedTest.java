package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch on which two stacks changed, and a third one not. */
class ListChangedTest {

    private static final Map<String, String> NOBODY = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_NAME", "Ada",
            "GIT_AUTHOR_EMAIL", "ada@example.org",
            "GIT_COMMITTER_NAME", "Ada",
            "GIT_COMMITTER_EMAIL", "ada@example.org");

    @TempDir
    Path directory;

    @BeforeEach
    void changeTwoStacks() {
        git("init", "--quiet", "--initial-branch=main");
        git("commit", "--quiet", "--allow-empty", "--message=begin");
        Repository repository = Repository.in(directory)
                .stack("prod/web", "environment/prod")
                .stack("prod/data", "environment/prod")
                .stack("qa/web", "environment/qa")
                .write("prod/web/main.tf", "module \"service\" {\n  source = \"../../modules/service\"\n}\n")
                .write("modules/service/main.tf", "locals {}\n");
        commit();
        git("checkout", "--quiet", "-b", "work");
        repository.write("modules/service/main.tf", "locals {\n  tasks = 3\n}\n");
        commit();
        repository.write("qa/web/main.tf", "locals {}\n");
    }

    @Test
    void listsWhatChanged() {
        assertThat(list("--changed")).isEqualTo("/prod/web\n/qa/web\n");
    }

    @Test
    void listsWhatChangedAndIsSelected() {
        assertThat(list("--changed", "--select", "environment:prod")).isEqualTo("/prod/web\n");
        assertThat(list("--changed", "--tags", "environment/qa")).isEqualTo("/qa/web\n");
        assertThat(list("--changed", "--root", "qa")).isEqualTo("/qa/web\n");
    }

    @Test
    void countsFromTheBaseThatIsNamed() {
        assertThat(list("--changed", "--base", "HEAD")).isEqualTo("/qa/web\n");
        assertThat(list("--changed", "--base", "main~1", "--order", "run"))
                .isEqualTo("/prod/data\n/prod/web\n/qa/web\n");
    }

    @Test
    void looksAtWhatChangedAndNothingElse() {
        Call call = Call.in(directory, ScriptedRuns.IN_SYNC)
                .of("detect", "--changed", "--base", "main~1", "--select", "Environment:prod", "--format", "json");
        DriftReport report = ReportJson.read("report", call.out());

        assertThat(report.stacks()).hasSize(2);
        assertThat(report.run().selector()).isEqualTo("Environment:prod and changed since main~1");
        assertThat(report.run().from("environment")).contains("prod");
    }

    @Test
    void thatNothingChangedIsSaidAndNoMistake() {
        Call call = Call.in(directory, ScriptedRuns.IN_SYNC)
                .of("detect", "--changed", "--base", "HEAD", "--select", "environment:prod");

        assertThat(call.code()).isZero();
        assertThat(call.out()).startsWith("NOTHING LOOKED AT  no stack was selected, so nothing was looked at");
        assertThat(Call.in(directory, ScriptedRuns.IN_SYNC)
                        .of("detect", "--changed", "--select", "environment:prdo")
                        .code())
                .isEqualTo(64);
    }

    @Test
    void saysWhy() {
        assertThat(list("--changed", "--why")).isEqualTo("""
            /prod/web - /modules/service/main.tf in module /modules/service changed
            /qa/web - /qa/web/main.tf changed
            """);
        Golden.check("list/changed.txt", list("--changed", "--why", "--format", "table"));
        Golden.check("list/changed.json", list("--changed", "--format", "json"));
    }

    @Test
    void saysWhyHarmlessly() {
        Repository.in(directory)
                .write(
                        ".tmtriggers/prod/data/x.tm.hcl",
                        "trigger {\n  ctime  = 1\n  reason = \"\\n::error::\\u001b[2J\"\n}\n");

        assertThat(list("--changed", "--why", "--select", "environment:prod"))
                .hasLineCount(2)
                .doesNotContain("\u001b");
    }

    @Test
    void changingNothingIsNoMistake() {
        git("checkout", "--quiet", "--force", "main");
        git("clean", "--quiet", "--force", "-d");
        Call call = call("--changed", "--base", "HEAD");

        assertThat(call.code()).isZero();
        assertThat(call.out()).isEmpty();
        assertThat(call.err())
                .isEqualTo("drift: The base is the commit that is checked out, so only what is not committed could have"
                        + " changed\n");
    }

    @Test
    void selectingNothingIsAMistakeAllTheSame() {
        Call call = call("--changed", "--select", "environment:prdo");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("did you mean prod?");
    }

    @Test
    void anUnknownBaseIsAMistake() {
        Call call = call("--changed", "--base", "nowhere");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).isEqualTo("drift: There is no commit \"nowhere\" here; fetch it\n");
    }

    private String list(String... arguments) {
        Call call = call(arguments);
        assertThat(call.err()).isEmpty();
        assertThat(call.code()).isZero();
        return call.out();
    }

    private Call call(String... arguments) {
        List<String> all = new ArrayList<>(List.of("list"));
        all.addAll(List.of(arguments));
        return Call.in(directory).with(NOBODY).of(all.toArray(String[]::new));
    }

    private void commit() {
        git("add", "--all");
        git("commit", "--quiet", "--message=work");
    }

    private void git(String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().putAll(NOBODY);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
