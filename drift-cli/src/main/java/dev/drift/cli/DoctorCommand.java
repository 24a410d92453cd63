package dev.drift.cli;

import dev.drift.cli.doctor.AccessExamination;
import dev.drift.cli.doctor.CheckoutExamination;
import dev.drift.cli.doctor.ClockExamination;
import dev.drift.cli.doctor.EstateExamination;
import dev.drift.cli.doctor.Finding;
import dev.drift.cli.doctor.GitHubExamination;
import dev.drift.cli.doctor.ToolExamination;
import dev.drift.cli.doctor.WaiverExamination;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.wiring.Runs;
import dev.drift.code.CodeException;
import dev.drift.code.IacTool;
import dev.drift.config.Problems;
import dev.drift.stack.Stack;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for what would make a run lie or fail. */
@Command(
        name = "doctor",
        header = "Finds what would make a run lie or fail, before it does.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nStacks that no environment has and environments without stacks, waivers that are over or about nothing, tools that"
                    + " are missing or wrapped, workflows that GitHub never runs, a history that is cut off, a clock that is off, roles and states out of reach,"
                    + " a token that may not do what is asked of it. Nothing is changed."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  drift doctor",
            "  drift doctor --offline --format json",
            "",
            "Exit codes: 0 nothing found, 1 something found, 64 an option, drift.yaml or the repository cannot be used."
        })
final class DoctorCommand implements dev.drift.cli.Command {

    /** In which form. */
    enum Form {
        CONSOLE,
        JSON
    }

    @Option(names = "--root", paramLabel = "DIR", description = "A directory of the repository. Default: this one.")
    Path root = Path.of("");

    @Option(names = "--offline", description = "Leave out what needs the network.")
    boolean offline;

    @Option(names = "--format", paramLabel = "FORM", description = "console or json. Default: console.")
    Form form = Form.CONSOLE;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show where Drift broke, if it does.")
    boolean verbose;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Path repository = TerramateCatalog.at(surroundings.at(root)).root();
        DriftFile said = StackOptions.file(root, surroundings);
        List<Stack> stacks = TerramateCatalog.at(repository).stacks();
        Set<IacTool> tools = said.tool().map(Set::of).orElseGet(() -> tools(stacks));
        Map<String, String> environment = surroundings.environment();
        List<Finding> findings = new ArrayList<>(new EstateExamination(said.estate(), stacks).findings());
        findings.addAll(new WaiverExamination(said.waivers(), stacks, LocalDate.now(ZoneOffset.UTC)).findings());
        findings.addAll(new ToolExamination(tools, environment.getOrDefault("PATH", "")).findings());
        findings.addAll(new CheckoutExamination(repository).findings());
        if (!offline) {
            findings.addAll(beyond(said, stacks, surroundings));
            findings.addAll(memories(said, surroundings));
        }
        surroundings.out().print(form == Form.JSON ? json(findings) : console(findings));
        return findings.isEmpty() ? ExitCode.IN_SYNC : ExitCode.FAILED;
    }

    /** What is found by asking others; where AWS does not answer at all, its roles and states are not asked for. */
    private static List<Finding> beyond(DriftFile said, List<Stack> stacks, Surroundings surroundings) {
        Map<String, String> environment = surroundings.environment();
        List<Finding> aws = new ClockExamination(sts(environment), Clock.systemUTC()).findings();
        List<Finding> findings = new ArrayList<>(aws);
        if (aws.stream().noneMatch(finding -> finding.check().equals(ClockExamination.UNREACHABLE))) {
            findings.addAll(new AccessExamination(said.estate(), stacks, environment).findings());
        }
        findings.addAll(new GitHubExamination(DeliveryOptions.github(surroundings)).findings());
        return findings;
    }

    private static List<Finding> memories(DriftFile said, Surroundings surroundings) {
        Problems problems = new Problems();
        Memories memories = Memories.of(said, surroundings, problems);
        problems.throwIfAny();
        return memories.places().entrySet().stream()
                .flatMap(place -> place.getValue().trouble().stream()
                        .map(reason -> new Finding(
                                "memory-out-of-reach",
                                "The memory " + place.getKey() + " cannot be read: " + reason,
                                "Grant s3:ListBucket, s3:GetObject and s3:PutObject there, and name its region by ?region="
                                        + " behind the path if it is another one")))
                .sorted((one, other) -> one.what().compareTo(other.what()))
                .toList();
    }

    /** Where credentials are handed out. */
    static URI sts(Map<String, String> environment) {
        Optional<String> named = set(environment, "AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL")
                .filter(address -> address.matches("https?://[\\w.:-]+/?"))
                .findFirst();
        // As a run asks it: who reaches its own region alone reaches nothing else.
        String region = set(environment, "AWS_REGION", "AWS_DEFAULT_REGION")
                .filter(name -> name.matches("[a-z]{2}(-[a-z]+)+-[0-9]+"))
                .findFirst()
                .map(name -> "." + name)
                .orElse("");
        String partition = region.startsWith(".cn-") ? ".cn" : "";
        return URI.create(named.orElse("https://sts" + region + ".amazonaws.com" + partition + "/"));
    }

    private static Set<IacTool> tools(List<Stack> stacks) {
        return stacks.stream().flatMap(stack -> tool(stack).stream()).collect(Collectors.toSet());
    }

    private static Stream<String> set(Map<String, String> environment, String... names) {
        return Stream.of(names).flatMap(name -> Optional.ofNullable(environment.get(name)).stream());
    }

    /** Code that cannot be read does not say what it is made for; a run tells that of its stack. */
    private static Optional<IacTool> tool(Stack stack) {
        try {
            return Optional.of(TerraformCode.standard().read(stack.directory()).tool());
        } catch (CodeException unreadable) {
            return Optional.empty();
        }
    }

    private static String console(List<Finding> findings) {
        return findings.isEmpty()
                ? "Nothing found\n"
                : findings.stream()
                        .map(finding -> finding.check() + ": " + finding.what() + "\n  " + finding.fix() + "\n")
                        .collect(Collectors.joining());
    }

    private static String json(List<Finding> findings) {
        return Json.writePretty(Value.of(Map.of(
                        "findings",
                        Value.of(findings.stream().map(Finding::value).toList()))))
                + "\n";
    }
}
