package dev.drift.github.workflow;

import java.util.Optional;

/** The steps that jobs share. */
record Parts(WorkflowSettings settings) {

    /** A workflow with everything that does not depend on what it is for. */
    Template workflow(String name) {
        return Template.named(name)
                .with("header", WorkflowFile.header())
                .with("runner", settings.runner())
                .with("drift", drift())
                .with("tools", tools())
                .with("upload-artifact", PinnedAction.UPLOAD_ARTIFACT)
                .with("download-artifact", PinnedAction.DOWNLOAD_ARTIFACT);
    }

    /** The code, with its whole history where changes are asked for. */
    String checkout(boolean history) {
        return Template.named("checkout")
                .with("action", PinnedAction.CHECKOUT)
                .with("depth", history ? "0" : "1")
                .filled();
    }

    /** Nothing where no role is to be taken. */
    String credentials(Optional<String> role, String region, String session) {
        return role.map(taken -> Template.named("credentials")
                        .with("action", PinnedAction.CONFIGURE_AWS_CREDENTIALS)
                        .with("role", taken)
                        .with("region", region)
                        .with("session", session)
                        .filled())
                .orElse("");
    }

    /** The job that tells GitHub what others saw. */
    String report(String expected) {
        return workflow("report-job")
                .with("checkout", checkout(false))
                .with("expected", expected)
                .filled();
    }

    /** The job that tells alert routes what others saw. */
    String alerts(String expected, String credentials, String secrets) {
        return workflow("alerts-job")
                .with("checkout", checkout(false))
                .with("credentials", credentials)
                .with("secrets", secrets)
                .with("expected", expected)
                .filled();
    }

    private String drift() {
        return Template.named("drift")
                .with("action", PinnedAction.SETUP_JAVA)
                .with("url", quoted(settings.drift().address()))
                .with("sha256", quoted(settings.drift().sha256()))
                .filled();
    }

    private String tools() {
        Toolchain tools = settings.tools();
        return tools.terraform()
                        .map(version -> tool("terraform", PinnedAction.SETUP_TERRAFORM, version))
                        .orElse("")
                + tools.opentofu()
                        .map(version -> tool("opentofu", PinnedAction.SETUP_OPENTOFU, version))
                        .orElse("")
                + tools.terragrunt().map(Parts::terragrunt).orElse("");
    }

    private static String tool(String name, PinnedAction action, String version) {
        return Template.named(name)
                .with("action", action)
                .with("version", quoted(version))
                .filled();
    }

    private static String terragrunt(Download program) {
        return Template.named("terragrunt")
                .with("url", quoted(program.address()))
                .with("sha256", quoted(program.sha256()))
                .filled();
    }

    /** What is checked to hold no sign that means something to YAML or to GitHub. */
    static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
