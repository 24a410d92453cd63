package dev.drift.cli;

import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.github.workflow.WorkflowChange;
import dev.drift.github.workflow.WorkflowFile;
import dev.drift.github.workflow.WorkflowFolder;
import dev.drift.github.workflow.WorkflowSettings;
import dev.drift.github.workflow.Workflows;
import dev.drift.terramate.TerramateCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the workflows of GitHub Actions, or says in what they are not as {@code drift.yaml} wants them. */
@Command(
        name = "workflows",
        header = "Generates the workflows of GitHub Actions from drift.yaml.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nOne for pull requests, one for what is merged, one for each environment with a job for each region, and one"
                    + " on demand. Files that were generated are replaced, and taken away where nothing wants them any more;"
                    + " files of others are never touched."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  drift generate workflows",
            "  drift generate workflows --check",
            "",
            "Exit codes: 0 written, or all as it should be, 1 --check found a difference or a file cannot be written,",
            "64 an option, drift.yaml or the repository cannot be used, or a file is somebody else's."
        })
final class GenerateWorkflowsCommand implements dev.drift.cli.Command {

    @Option(names = "--root", paramLabel = "DIR", description = "A directory of the repository. Default: this one.")
    Path root = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files go, seen from the root of the repository. Default: .github/workflows.")
    Path out = Path.of(".github", "workflows");

    @Option(names = "--check", description = "Write nothing: show what differs, and exit with 1 if anything does.")
    boolean check;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show where Drift broke, if it does.")
    boolean verbose;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        TerramateCatalog catalog = TerramateCatalog.at(surroundings.at(root));
        Path repository = TerramateCatalog.at(catalog.root()).root();
        DriftFile file = file(repository);
        WorkflowSettings settings = file.runners()
                .workflows()
                .orElseThrow(
                        () -> InvalidConfigException.of(
                                Problem.at(
                                        DriftYaml.NAME,
                                        "The section workflows is missing: it says which jar of Drift jobs run, and with which tools")));
        List<WorkflowFile> wanted = new Workflows(
                        file.estate(), TerramateCatalog.at(repository).stacks(), settings, file.secrets())
                .files();
        WorkflowFolder folder = new WorkflowFolder(repository.resolve(out).normalize());
        try {
            return check ? checked(folder.changes(wanted), surroundings) : written(folder, wanted, surroundings);
        } catch (IOException refused) {
            surroundings.say("Cannot be read or written: " + folder.folder() + ": "
                    + refused.getClass().getSimpleName());
            return ExitCode.FAILED;
        }
    }

    private static DriftFile file(Path repository) {
        Path file = repository.resolve(DriftYaml.NAME);
        if (!Files.isRegularFile(file)) {
            throw InvalidConfigException.of(
                    Problem.at(DriftYaml.NAME, "There is no such file in " + repository + "; 'drift init' writes one"));
        }
        return DriftYaml.read(DriftYaml.NAME, file);
    }

    private static ExitCode checked(List<WorkflowChange> changes, Surroundings surroundings) {
        for (WorkflowChange change : changes) {
            surroundings.say(change.file() + ": "
                    + switch (change.kind()) {
                        case MISSING -> "is missing";
                        case DIFFERENT -> "is not what drift.yaml says";
                        case LEFT_OVER -> "is not wanted by drift.yaml any more";
                        case FOREIGN -> "was not generated, and has the name of one that is";
                    });
            surroundings.out().print(change.difference());
        }
        if (!changes.isEmpty()) {
            surroundings.say("'drift generate workflows' puts it right");
        }
        return changes.isEmpty() ? ExitCode.IN_SYNC : ExitCode.FAILED;
    }

    private static ExitCode written(WorkflowFolder folder, List<WorkflowFile> wanted, Surroundings surroundings)
            throws IOException {
        List<WorkflowChange> changes = folder.write(wanted);
        changes.forEach(change -> surroundings.say(
                (change.kind() == WorkflowChange.Kind.LEFT_OVER ? "Taken away: " : "Written: ") + change.file()));
        if (changes.isEmpty()) {
            surroundings.say("All as it should be");
        }
        return ExitCode.IN_SYNC;
    }
}
