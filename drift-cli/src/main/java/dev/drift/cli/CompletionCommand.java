package dev.drift.cli;

import dev.drift.cli.wiring.Runs;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete commands, options and values. */
@Command(
        name = "completion",
        header = "Prints a script that lets a shell complete this command.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(drift completion bash)",
            "  drift completion zsh > ~/.drift-completion && . ~/.drift-completion"
        })
final class CompletionCommand implements dev.drift.cli.Command {

    /** A shell that is understood. */
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(paramLabel = "SHELL", completionCandidates = Words.Shells.class, description = "bash or zsh.")
    Shell shell = Shell.BASH;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        CommandLine commandLine = Cli.commandLine();
        String script = AutoComplete.bash(commandLine.getCommandName(), commandLine);
        String zsh = "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";
        surroundings.out().print((shell == Shell.ZSH ? zsh : "") + script);
        return ExitCode.IN_SYNC;
    }
}
