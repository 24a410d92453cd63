package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would make a run lie or fail. */
class DoctorCommandTest {

    @TempDir
    Path directory;

    @Test
    void findsNothingWhereNothingIsWrong() throws IOException {
        Repository.in(directory).stack("web", "environment/prod");

        Call call =
                Call.in(directory).with(Map.of("PATH", programs("terraform"))).of("doctor", "--offline");

        assertThat(call.out()).isEqualTo("Nothing found\n");
        assertThat(call.code()).isZero();
    }

    @Test
    void readsTheFileThatOtherCommandsRead() throws IOException {
        Repository.in(directory)
                .stack("infra/web", "environment/prod")
                .write("infra/drift.yaml", "version: 1\nenvironments: { lab: {} }\n");

        Call below = Call.in(directory.resolve("infra"))
                .with(Map.of("PATH", programs("terraform")))
                .of("doctor", "--offline");
        Call root =
                Call.in(directory).with(Map.of("PATH", programs("terraform"))).of("doctor", "--offline");

        assertThat(below.out()).contains("empty-environment", "lab");
        assertThat(root.out()).isEqualTo("Nothing found\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://sts.amazonaws.com/",
        "AWS_REGION=eu-central-1, https://sts.eu-central-1.amazonaws.com/",
        "AWS_DEFAULT_REGION=cn-north-1, https://sts.cn-north-1.amazonaws.com.cn/",
        "AWS_REGION=us-gov-west-1, https://sts.us-gov-west-1.amazonaws.com/",
        "AWS_REGION=evil.example/x, https://sts.amazonaws.com/",
        "AWS_ENDPOINT_URL=http://127.0.0.1:1, http://127.0.0.1:1"
    })
    void asksWhereARunWouldTakeItsRoles(String variable, String address) {
        Map<String, String> environment = variable.isEmpty()
                ? Map.of()
                : Map.of(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));

        assertThat(DoctorCommand.sts(environment)).hasToString(address);
    }

    @Test
    void eachFindingComesWithItsFix() throws IOException {
        Repository.sample(directory)
                .write(
                        "drift.yaml",
                        "version: 1\nenvironments:\n  prod: { regions: [eu-central-1, eu-north-1] }\n  lab: {}\n  qa: {}\n")
                .write(".github/workflows/drift/prod.yaml", "on: push\n")
                .write(".github/workflows/ci.yaml", "on: push\n")
                .write(".git/shallow", "0\n");

        Call call = Call.in(directory)
                .with(Map.of("PATH", programs("terraform", "terraform-bin")))
                .of("doctor", "--offline");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out().lines().filter(line -> !line.startsWith("  ")))
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactly(
                        "empty-region",
                        "empty-environment",
                        "unassigned",
                        "wrapped-tool",
                        "shallow-clone",
                        "nested-workflow");
        assertThat(call.out())
                .contains("prod/eu-north-1", "lab", "/tools", "terraform_wrapper: false", "fetch-depth: 0")
                .contains(".github/workflows/drift/prod.yaml is never run")
                .doesNotContain("ci.yaml");
    }

    @Test
    void waiversThatAreOverSoonOrAboutNothingAreNamed() throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Repository.in(directory)
                .stack("web", "environment/prod")
                .write(
                        "drift.yaml",
                        "version: 1\nwaivers:\n" + waiver("/web", today.minusDays(1))
                                + waiver("/web", today.plusDays(6))
                                + waiver("/web", today.plusDays(30)) + waiver("/web", today.plusYears(2))
                                + waiver("/web2", today.plusDays(30)));

        Call call =
                Call.in(directory).with(Map.of("PATH", programs("terraform"))).of("doctor", "--offline");

        assertThat(call.out().lines().filter(line -> !line.startsWith("  ")))
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactly("expired-waiver", "expiring-waiver", "long-waiver", "idle-waiver");
        assertThat(call.out()).contains("The waiver of /web aws_vpc.this (known) was over with " + today.minusDays(1));
        assertThat(call.code()).isEqualTo(1);
    }

    private static String waiver(String stack, LocalDate until) {
        return "  - { stack: " + stack + ", resource: aws_vpc.this, until: " + until + ", reason: known }\n";
    }

    @Test
    void aSecondWorktreeIsAsShallowAsTheFirst() throws IOException {
        Path worktree = directory.resolve("second");
        Repository.in(worktree).stack("web", "environment/prod").write(".git", "gitdir: ../first/worktrees/second\n");
        Repository.in(directory.resolve("first"))
                .write("worktrees/second/commondir", "../..\n")
                .write("shallow", "0\n");

        Call call =
                Call.in(worktree).with(Map.of("PATH", programs("terraform"))).of("doctor", "--offline");

        assertThat(call.out()).startsWith("shallow-clone");
    }

    @Test
    void programsReadTheSame() throws IOException {
        Repository.in(directory).stack("web", "environment/prod");

        Call call = Call.in(directory).with(Map.of("PATH", programs())).of("doctor", "--offline", "--format", "json");

        assertThat(Json.read(call.out()).field("findings").items())
                .singleElement()
                .satisfies(finding -> assertThat(finding.field("check").text()).contains("missing-tool"));
    }

    private String programs(String... names) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("bin"));
        for (String name : names) {
            assertThat(Files.writeString(folder.resolve(name), "#!/bin/sh\n")
                            .toFile()
                            .setExecutable(true))
                    .isTrue();
        }
        return folder.toString();
    }
}
