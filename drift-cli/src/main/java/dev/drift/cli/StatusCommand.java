package dev.drift.cli;

import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.history.CellFreshness;
import dev.drift.history.ReportHistory;
import dev.drift.terramate.TerramateCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how fresh what is known of every cell is. Looks at nothing. */
@Command(
        name = "status",
        header = "Says when every cell was last checked completely, and which are overdue.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nA cell was last checked completely when the stack that was not seen for the longest time was last seen. It is"
                    + " overdue when that is older than its freshness in drift.yaml allows. Nothing is looked at."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  drift status",
            "  drift status --format json --history /var/lib/drift",
            "",
            "Exit codes: 0 every cell is as fresh as promised, 3 a cell is overdue or its memory",
            "out of reach, 64 an option, drift.yaml or the repository cannot be used."
        })
final class StatusCommand implements dev.drift.cli.Command {

    /** In which form. */
    enum Form {
        CONSOLE,
        JSON
    }

    @Option(names = "--root", paramLabel = "DIR", description = "A directory of the repository. Default: this one.")
    Path root = Path.of("");

    @Mixin
    HistoryOptions history = new HistoryOptions();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            completionCandidates = Words.StatusForms.class,
            description = "console or json. Default: console.")
    Form form = Form.CONSOLE;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show where Drift broke, if it does.")
    boolean verbose;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        StackOptions stacks = new StackOptions();
        stacks.root = root;
        DriftFile file = stacks.file(surroundings);
        EstateDefinition estate = file.estate();
        Problems problems = new Problems();
        Memories memories = Memories.of(file, surroundings, problems);
        problems.throwIfAny();
        Path repository = TerramateCatalog.at(surroundings.at(root)).root();
        Function<Cell, ReportHistory> remembered = history.histories(memories, repository, surroundings)
                .orElseThrow(() -> InvalidConfigException.of(
                        Problem.at("--history", "There is no home to remember in: name a folder")));
        List<CellFreshness> cells =
                CellFreshness.of(estate, TerramateCatalog.at(repository).stacks(), remembered);
        Instant now = Instant.now();
        CellTable table = new CellTable(cells, now);
        surroundings.out().print(form == Form.JSON ? table.json() : table.console());
        return cells.stream().anyMatch(cell -> cell.isOverdue(now) || cell.isDoubtful())
                ? ExitCode.UNKNOWN
                : ExitCode.IN_SYNC;
    }
}
