package dev.drift.cli;

import dev.drift.config.Nearest;
import dev.drift.config.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments, all of it at once. */
final class Mistakes {

    private Mistakes() {}

    /** One problem for each mistake, in the order of the commands. */
    static List<Problem> of(ParseResult parsed) {
        Set<Problem> problems = new LinkedHashSet<>();
        for (CommandLine command : parsed.asCommandLineList()) {
            List<Exception> errors = command.getParseResult().errors();
            boolean argumentRefused = errors.stream().anyMatch(Mistakes::refusesArgument);
            errors.stream()
                    .filter(error -> !argumentRefused || refusesArgument(error) || refusesOption(error))
                    .forEach(error -> problems.addAll(of(error, command.getCommandSpec())));
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (problems.isEmpty() && isOfNoCommand(last)) {
            problems.addAll(unmatched(last.unmatched(), last.commandSpec()));
        }
        List<String> further = commands(last.commandSpec());
        if (problems.isEmpty() && !further.isEmpty()) {
            problems.add(Problem.of("Which command? One of " + String.join(", ", further)));
        }
        return List.copyOf(problems);
    }

    /** Whether something stands where the name of a command belongs: there is nothing to explain then, whatever asks for it. */
    static boolean isOfNoCommand(ParseResult last) {
        return !commands(last.commandSpec()).isEmpty()
                && last.unmatched().stream().limit(1).anyMatch(argument -> !argument.startsWith("-"));
    }

    /** A refused argument is then missing as well, and not expected where it stands: neither helps anybody. */
    private static boolean refusesArgument(Exception error) {
        return error instanceof ParameterException wrong
                && wrong.getCause() instanceof TypeConversionException
                && wrong.getArgSpec() != null
                && wrong.getArgSpec().isPositional();
    }

    private static boolean refusesOption(Exception error) {
        return error instanceof ParameterException wrong
                && wrong.getArgSpec() != null
                && wrong.getArgSpec().isOption();
    }

    private static List<Problem> of(Exception error, CommandSpec spec) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched(), spec);
        }
        if (error instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return List.of(missing(missing.getMissing().get(0)));
        }
        if (error instanceof ParameterException wrong && wrong.getCause() instanceof TypeConversionException reason) {
            return List.of(Problem.at(place(wrong), String.valueOf(reason.getMessage())));
        }
        if (error instanceof ParameterException wrong
                && wrong.getArgSpec() instanceof OptionSpec option
                && option.isMultiValue()) {
            return List.of(
                    Problem.at(option.longestName(), "\"" + wrong.getValue() + "\" is not " + option.paramLabel()));
        }
        return List.of(Problem.of(String.valueOf(error.getMessage())));
    }

    private static Problem missing(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? Problem.at(option.longestName(), "A value is missing: " + option.paramLabel())
                : Problem.of("Missing: " + argument.paramLabel());
    }

    private static String place(ParameterException wrong) {
        return wrong.getArgSpec() instanceof OptionSpec option ? option.longestName() : "";
    }

    /** What stands behind an unknown option is most likely its value, and no mistake of its own. */
    private static List<Problem> unmatched(List<String> arguments, CommandSpec spec) {
        List<Problem> problems = new ArrayList<>();
        boolean afterOption = false;
        for (String argument : arguments) {
            boolean option = argument.startsWith("-");
            if (option || !afterOption) {
                problems.add(unmatched(argument, spec));
            }
            afterOption = option && !argument.contains("=");
        }
        return problems;
    }

    private static Problem unmatched(String argument, CommandSpec spec) {
        if (argument.startsWith("-")) {
            String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
            List<String> close = Nearest.to(name.replaceFirst("^-+", ""), options(spec));
            return Problem.of("Unknown option " + name
                    + (close.isEmpty() ? "" : "; did you mean --" + String.join(" or --", close) + "?"));
        }
        List<String> commands = commands(spec);
        return commands.isEmpty()
                ? Problem.of("\"" + argument + "\" is not expected here")
                : Problem.of("Unknown command " + argument + Nearest.question(argument, commands));
    }

    private static List<String> options(CommandSpec spec) {
        return spec.optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .map(name -> name.substring(2))
                .toList();
    }

    private static List<String> commands(CommandSpec spec) {
        return spec.subcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
