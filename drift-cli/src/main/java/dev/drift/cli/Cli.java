package dev.drift.cli;

import dev.drift.Drift;
import dev.drift.catalog.CatalogException;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** One call of the command, without the process around it. */
final class Cli {

    private static final List<String> VERSION = List.of("--version", "-V");

    private Cli() {}

    /** Runs the command and says how it ended. Nothing escapes: what goes wrong is told on the error stream. */
    static ExitCode run(List<String> arguments, Surroundings surroundings, Runs runs) {
        ExitCode code = answered(arguments, surroundings, runs);
        if (surroundings.out().checkError()) {
            surroundings.say("Standard output could not be written as a whole");
            return ExitCode.FAILED;
        }
        return code;
    }

    private static ExitCode answered(List<String> arguments, Surroundings surroundings, Runs runs) {
        // Answered before the model of the options is built, which takes longer than everything else of it.
        if (!arguments.isEmpty() && VERSION.contains(arguments.get(0))) {
            surroundings.out().print("drift " + Drift.version() + "\n");
            return ExitCode.IN_SYNC;
        }
        boolean verbose = arguments.contains("--verbose") || arguments.contains("-v");
        try {
            List<String> asked = asHelpOption(arguments);
            return understood(commandLine(asked), asked, surroundings, runs);
        } catch (InvalidConfigException wrong) {
            return refused(wrong.problems(), surroundings);
        } catch (CatalogException unreadable) {
            return refused(unreadable.problems(), surroundings);
        } catch (RuntimeException | Error broken) {
            surroundings.say("Drift broke: " + broken + (verbose ? "" : " (--verbose shows where)"));
            if (verbose) {
                broken.printStackTrace(surroundings.err());
            }
            return ExitCode.FAILED;
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /** The model of all commands, for parsing, help and completion. */
    static CommandLine commandLine() {
        return commandLine(List.of());
    }

    /** The model of the command that is called, or of all where that is none of them. */
    private static CommandLine commandLine(List<String> arguments) {
        CommandLine commandLine = new CommandLine(new DriftCommand());
        boolean known = DriftCommand.COMMANDS.stream().anyMatch(command -> isCalled(command.getKey(), arguments));
        DriftCommand.COMMANDS.stream()
                .filter(command -> !known || isCalled(command.getKey(), arguments))
                .forEach(command -> commandLine.addSubcommand(
                        command.getKey(), command.getValue().get()));
        Values.register(commandLine);
        commandLine.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
        collectErrors(commandLine);
        return commandLine;
    }

    private static boolean isCalled(String command, List<String> arguments) {
        return !arguments.isEmpty() && arguments.get(0).equals(command);
    }

    private static void collectErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(Cli::collectErrors);
    }

    /** {@code drift help detect} is another way to say {@code drift detect --help}. */
    private static List<String> asHelpOption(List<String> arguments) {
        return arguments.isEmpty() || !arguments.get(0).equals("help")
                ? arguments
                : Stream.concat(arguments.stream().skip(1), Stream.of("--help")).toList();
    }

    private static ExitCode understood(
            CommandLine commandLine, List<String> arguments, Surroundings surroundings, Runs runs) {
        ParseResult parsed = commandLine.parseArgs(arguments.toArray(String[]::new));
        ParseResult last = parsed;
        boolean help = parsed.isUsageHelpRequested();
        while (last.hasSubcommand()) {
            last = last.subcommand();
            help |= last.isUsageHelpRequested();
        }
        CommandLine asked = last.commandSpec().commandLine();
        if (arguments.isEmpty() || (help && !Mistakes.isOfNoCommand(last))) {
            asked.usage(surroundings.out(), surroundings.coloursOut() ? Ansi.ON : Ansi.OFF);
            return arguments.isEmpty() ? ExitCode.USAGE : ExitCode.IN_SYNC;
        }
        List<Problem> problems = Mistakes.of(parsed);
        if (!problems.isEmpty()) {
            ExitCode refused = refused(problems, surroundings);
            surroundings.say("See '" + asked.getCommandSpec().qualifiedName() + " --help'");
            return refused;
        }
        return ((Command) last.commandSpec().userObject()).run(surroundings, runs);
    }

    private static ExitCode refused(List<Problem> problems, Surroundings surroundings) {
        problems.forEach(problem -> surroundings.say(problem.toString()));
        return ExitCode.USAGE;
    }
}
