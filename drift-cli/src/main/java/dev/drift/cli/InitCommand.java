package dev.drift.cli;

import dev.drift.cli.estate.DriftYaml;
import dev.drift.cli.estate.EstateText;
import dev.drift.cli.wiring.Runs;
import dev.drift.code.CodeException;
import dev.drift.code.IacTool;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.estate.EstateProposal;
import dev.drift.stack.Stack;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.code.TerraformCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a first {@code drift.yaml}. */
@Command(
        name = "init",
        header = "Writes a drift.yaml from what it finds in the repository.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nEnvironments and regions come from the tags of the stacks, the tool from their code. What is guessed is said."
                    + " A file that is there already is never touched."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  drift init",
            "  drift init --print",
            "",
            "Exit codes: 0 written, 1 the file cannot be written, 64 an option or the repository cannot be",
            "used, or there is a drift.yaml already."
        })
final class InitCommand implements dev.drift.cli.Command {

    @Option(names = "--root", paramLabel = "DIR", description = "A directory of the repository. Default: this one.")
    Path root = Path.of("");

    @Option(names = "--print", description = "Print the file instead of writing it.")
    boolean print;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show where Drift broke, if it does.")
    boolean verbose;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Path repository = TerramateCatalog.at(surroundings.at(root)).root();
        Path file = repository.resolve(DriftYaml.NAME);
        if (!print && Files.exists(file)) {
            throw InvalidConfigException.of(Problem.at(file.toString(), "It is there already and stays as it is"));
        }
        List<Stack> stacks = TerramateCatalog.at(repository).stacks();
        EstateProposal proposal = EstateProposal.of(stacks);
        Map<IacTool, Long> tools = tools(stacks);
        Optional<IacTool> tool =
                tools.size() == 1 ? Optional.of(tools.keySet().iterator().next()) : Optional.empty();
        String text = EstateText.of(proposal.estate(), tool);
        proposal.remarks().forEach(surroundings::say);
        surroundings.say(remark(tools));
        if (print) {
            surroundings.out().print(text);
            return ExitCode.IN_SYNC;
        }
        return write(file, text, surroundings);
    }

    private static Map<IacTool, Long> tools(List<Stack> stacks) {
        return stacks.stream()
                .flatMap(stack -> tool(stack).stream())
                .collect(Collectors.groupingBy(tool -> tool, TreeMap::new, Collectors.counting()));
    }

    /** Code that cannot be read does not say what it is made for. */
    private static Optional<IacTool> tool(Stack stack) {
        try {
            return Optional.of(TerraformCode.standard().read(stack.directory()).tool());
        } catch (CodeException unreadable) {
            return Optional.empty();
        }
    }

    private static String remark(Map<IacTool, Long> tools) {
        String found = tools.entrySet().stream()
                .map(entry -> entry.getKey().command() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return tools.size() == 1
                ? "The tool is what every stack looks like: " + found
                : "The tool is left out, so each stack takes what it looks like: "
                        + (found.isEmpty() ? "nothing" : found);
    }

    private static ExitCode write(Path file, String text, Surroundings surroundings) {
        try {
            Files.write(
                    file,
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            surroundings.say("Written: " + file);
            return ExitCode.IN_SYNC;
        } catch (FileAlreadyExistsException meanwhile) {
            throw InvalidConfigException.of(Problem.at(file.toString(), "It is there already and stays as it is"));
        } catch (IOException refused) {
            surroundings.say("Cannot be written: " + file);
            return ExitCode.FAILED;
        }
    }
}
