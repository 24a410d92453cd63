package dev.drift.cli.estate;

import dev.drift.estate.Environment;
import dev.drift.github.workflow.Download;
import dev.drift.github.workflow.Toolchain;
import dev.drift.github.workflow.WorkflowRoles;
import dev.drift.github.workflow.WorkflowSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what the workflows of GitHub need besides the estate. */
final class WorkflowsReader {

    private final Words words;
    private final Section section;

    WorkflowsReader(Node node, Words words) {
        this.words = words;
        this.section = Section.of(node, Known.WORKFLOWS, words);
    }

    /** Empty, after telling why, if something is wrong or missing. */
    Optional<WorkflowSettings> settings() {
        if (section.value("drift").isEmpty()) {
            words.refuse(section.at(), "It is not said which jar of Drift jobs run: drift: { url: ..., sha256: ... }");
        }
        Optional<Download> drift = download("drift");
        Optional<Toolchain> tools = tools();
        Optional<WorkflowRoles> roles = roles();
        Optional<Integer> stacks = section.number("stacks_per_job");
        String runner = section.text("runner").orElse(WorkflowSettings.USUAL_RUNNER);
        String trunk = section.text("trunk").orElse(WorkflowSettings.USUAL_TRUNK);
        return drift.flatMap(jar -> tools.flatMap(toolchain -> roles.flatMap(taken -> section.made(
                "",
                Optional.of(jar),
                from -> new WorkflowSettings(
                        from,
                        toolchain,
                        taken,
                        runner,
                        trunk,
                        stacks.orElse(WorkflowSettings.USUAL_STACKS_PER_JOB))))));
    }

    private Optional<Toolchain> tools() {
        Optional<String> terraform = section.text("terraform");
        Optional<String> opentofu = section.text("opentofu");
        Optional<Download> terragrunt = download("terragrunt");
        return section.made(
                terraform.isPresent() ? "terraform" : "opentofu",
                Optional.of(terragrunt),
                program -> new Toolchain(terraform, opentofu, program));
    }

    private Optional<Download> download(String key) {
        return section.value(key).flatMap(node -> {
            Section file = Section.of(node, Known.DOWNLOAD, words);
            Known.DOWNLOAD.stream()
                    .filter(part -> file.value(part).isEmpty())
                    .forEach(part -> words.refuse(file.at(), "The " + part + " is missing"));
            return file.text("url")
                    .flatMap(url -> file.text("sha256")
                            .flatMap(sha256 ->
                                    file.made("url", Optional.of(url), address -> new Download(address, sha256))));
        });
    }

    private Optional<WorkflowRoles> roles() {
        Optional<Node> node = section.value("roles");
        if (node.isEmpty()) {
            return Optional.of(WorkflowRoles.NONE);
        }
        Section roles = Section.of(node.get(), Known.ROLES, words);
        Map<Environment, String> provision = new LinkedHashMap<>();
        roles.value("provision")
                .ifPresent(environments -> Section.named(environments, words)
                        .values()
                        .forEach((name, role) ->
                                words.text(role).ifPresent(arn -> provision.put(new Environment(name), arn.value()))));
        Optional<String> preview = roles.text("preview");
        Optional<String> onDemand = roles.text("on_demand");
        return roles.made("provision", Optional.of(provision), each -> new WorkflowRoles(preview, onDemand, each));
    }
}
