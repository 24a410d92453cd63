package dev.drift.it.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.it.tools.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated workflows of a change, executed step by step: previewed in its pull request, provisioned once it is merged. */
class MergedChangeTest {

    @TempDir
    Path folder;

    private JobEstate estate = new JobEstate(Path.of(""), Path.of(""));
    private Path stack = Path.of("");

    @BeforeEach
    void prepare() throws Exception {
        estate = JobEstate.in(folder);
        Files.writeString(estate.root().resolve(".gitignore"), "*.tfstate*\n.terraform*\n");
        stack = estate.stack("eu-central-1", code("one"));
        JobEstate.apply(stack);
        git("init", "--quiet", "--initial-branch", "main");
        git("init", "--quiet", "--bare", folder.resolve("origin.git").toString());
        git("remote", "add", "origin", folder.resolve("origin.git").toString());
        commit("Say one");
        git("push", "--quiet", "origin", "main");
    }

    @Test
    void isPreviewedInItsPullRequestAndProvisionedOnceItIsMerged() throws Exception {
        String before = git("rev-parse", "HEAD");
        git("checkout", "--quiet", "-b", "two");
        estate.stack("eu-central-1", code("two"));
        commit("Say two");

        previewed();

        git("checkout", "--quiet", "main");
        git("merge", "--quiet", "--ff-only", "two");
        git("push", "--quiet", "origin", "main");
        provisioned(before);
    }

    private void previewed() throws Exception {
        Map<String, String> event = pullRequest(git("rev-parse", "HEAD"));
        Runner preview = estate.runner("preview", event);
        assertThat(preview.succeeds(estate.job("infra-preview.yaml", "preview"), Map.of("github.base_ref", "main")))
                .as(preview.said())
                .isTrue();
        assertThat(stack.resolve("terraform.tfstate")).content().contains("one").doesNotContain("two");

        try (FakeGitHub github = FakeGitHub.start()) {
            Map<String, String> told = new HashMap<>(event);
            told.put("GITHUB_API_URL", github.address());
            Runner report = estate.runner("report", told);
            assertThat(report.succeeds(
                            estate.job("infra-preview.yaml", "report"), Map.of("github.token", FakeGitHub.TOKEN)))
                    .as(report.said())
                    .isTrue();
            assertThat(github.checks()).hasSize(1);
            assertThat(github.comments())
                    .singleElement()
                    .satisfies(comment ->
                            assertThat(comment.get("body").toString()).contains("terraform_data.said"));
        }
    }

    private void provisioned(String before) throws Exception {
        estate.program("gh", """
                case "$*" in
                    *actions/workflows/provision-infra.yaml/runs*) echo %s ;;
                    *commits/main*) git -C '%s' rev-parse main ;;
                    *) exit 1 ;;
                esac
                """.formatted(before, folder.resolve("origin.git")));
        Map<String, String> event = Map.of("GITHUB_EVENT_NAME", "push");
        Runner base = estate.runner("base", event);
        assertThat(base.succeeds(estate.job("provision-infra.yaml", "base"), Map.of("github.token", "token")))
                .as(base.said())
                .isTrue();
        Map<String, String> context =
                Map.of("matrix.environment", "prod", "needs.base.outputs.commit", base.output("commit"));

        Runner provision = estate.runner("provision", event);
        assertThat(provision.succeeds(estate.job("provision-infra.yaml", "provision"), context))
                .as(provision.said())
                .isTrue();
        assertThat(stack.resolve("terraform.tfstate")).content().contains("two");
        assertThat(estate.artifacts().resolve("provision.json")).content().contains("\"applied\"");

        git("checkout", "--quiet", before);
        Runner back = estate.runner("back", event);
        assertThat(back.succeeds(estate.job("provision-infra.yaml", "provision"), context))
                .isFalse();
        assertThat(back.did()).contains("Refuse to go back").doesNotContain("Provision the changed stacks");
        assertThat(stack.resolve("terraform.tfstate")).content().contains("two");
    }

    private Map<String, String> pullRequest(String head) throws IOException {
        Path event = Files.writeString(folder.resolve("event.json"), """
                {"pull_request": {"number": 7,
                  "head": {"sha": "%s", "repo": {"full_name": "acme/infra"}},
                  "base": {"repo": {"full_name": "acme/infra"}}}}
                """.formatted(head));
        return Map.of("GITHUB_EVENT_NAME", "pull_request", "GITHUB_EVENT_PATH", event.toString());
    }

    private static String code(String said) {
        return "resource \"terraform_data\" \"said\" {\n  input = \"%s\"\n}\n".formatted(said);
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message", message);
    }

    private String git(String... words) throws IOException, InterruptedException {
        return Command.of(
                        Stream.concat(Stream.of("git"), List.of(words).stream()).toArray())
                .in(estate.root())
                .output()
                .strip();
    }
}
