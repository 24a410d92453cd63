package dev.drift.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes files that follow from {@code drift.yaml}; what is written is a subcommand. */
@Command(
        name = "generate",
        header = "Generates files from drift.yaml.",
        customSynopsis = "drift generate workflows [OPTIONS]",
        synopsisHeading = "%nUsage: ",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = GenerateWorkflowsCommand.class)
final class GenerateCommand {

    @Mixin
    HelpOption help = new HelpOption();
}
