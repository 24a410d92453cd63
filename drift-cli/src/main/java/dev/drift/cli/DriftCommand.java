package dev.drift.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command itself, which only has subcommands. */
@Command(
        name = "drift",
        header = "Says which stacks no longer match what was last applied, what moved, and how bad it is.",
        synopsisSubcommandLabel = "COMMAND",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "drift COMMAND [OPTIONS]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  in sync",
            "   2  drifted",
            "   3  unknown: of at least one stack nothing can be said",
            "   1  the run itself failed",
            "  64  an option, a file or the configuration cannot be used",
            "",
            "Examples:",
            "  drift list --select Environment:prod --format table",
            "  drift detect --select Environment:prod,Region:eu-central-1",
            "  drift preview --base origin/main",
            "  drift judge plan.json",
            "  drift provision --environment prod --no-destroy",
            "",
            "'drift COMMAND --help' tells more."
        },
        subcommands = {
            ListCommand.class,
            DetectCommand.class,
            PreviewCommand.class,
            JudgeCommand.class,
            ProvisionCommand.class,
            StatusCommand.class,
            ServeCommand.class,
            InitCommand.class,
            AuditCommand.class,
            MergeCommand.class,
            DeliverCommand.class,
            GenerateCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        })
final class DriftCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            description = "Show the version.")
    boolean version;
}
