package dev.drift.cli;

import dev.drift.cli.wiring.Runs;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What concerns audit trails, which only has subcommands. */
@Command(
        name = "audit",
        header = "Checks audit trails.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "drift audit COMMAND [OPTIONS]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = AuditVerifyCommand.class)
final class AuditCommand implements dev.drift.cli.Command {

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        throw InvalidConfigException.of(Problem.of("Which command? drift audit verify"));
    }
}
