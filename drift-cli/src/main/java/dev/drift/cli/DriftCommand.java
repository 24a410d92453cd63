package dev.drift.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
        })
final class DriftCommand {

    /**
     * Its commands by name, in the order of its help. One is made when it is called: to make the model of all takes longer than
     * many a command.
     */
    static final List<Map.Entry<String, Supplier<Object>>> COMMANDS = List.of(
            Map.entry("list", ListCommand::new),
            Map.entry("detect", DetectCommand::new),
            Map.entry("preview", PreviewCommand::new),
            Map.entry("judge", JudgeCommand::new),
            Map.entry("provision", ProvisionCommand::new),
            Map.entry("status", StatusCommand::new),
            Map.entry("serve", ServeCommand::new),
            Map.entry("init", InitCommand::new),
            Map.entry("audit", AuditCommand::new),
            Map.entry("merge", MergeCommand::new),
            Map.entry("deliver", DeliverCommand::new),
            Map.entry("generate", GenerateCommand::new),
            Map.entry("doctor", DoctorCommand::new),
            Map.entry("completion", CompletionCommand::new));

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
