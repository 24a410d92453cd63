package dev.drift.cli;

import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.serve.Rounds;
import dev.drift.cli.serve.Serving;
import dev.drift.cli.serve.SharedRounds;
import dev.drift.cli.serve.StandingFolder;
import dev.drift.cli.serve.TickDatabase;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.SecretReference;
import dev.drift.estate.Cell;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.timetable.CellTimetable;
import dev.drift.timetable.Standing;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the schedules of the estate. */
@Command(
        name = "serve",
        header = "Runs the schedules of drift.yaml in one process, until it is told to stop.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nEvery cell is looked at when its schedule says so, a few minutes later than written and always as many, as by"
                    + " drift detect --environment E --region R. A tick that was missed is run late, once, and told in"
                    + " the next report of the cell, in the audit trail and here. Cells do not wait for each other."
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            " 130  stopped by Ctrl-C; runs ended or were cancelled, and what was cancelled is still due",
            " 143  the same by SIGTERM",
            "   1  a run did not end in time, what was done cannot be remembered, or no database at the start",
            "  64  an option, drift.yaml or the repository cannot be used, or nothing has a schedule",
            "   0  --dry-run said what is due",
            "",
            "Examples:",
            "  drift serve --dry-run",
            "  drift serve --database env:DRIFT_DATABASE_URL",
            "  drift serve --root /srv/infra --history /var/lib/drift/history --audit /var/lib/drift/audit"
        })
final class ServeCommand implements dev.drift.cli.Command {

    @Option(names = "--root", paramLabel = "DIR", description = "A directory of the repository. Default: this one.")
    Path root = Path.of("");

    @Option(
            names = "--dry-run",
            description = "Say when each cell is due next, by the folder or the database, and look at nothing.")
    boolean dry;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = {
                "Remember in this folder how far each schedule was followed. One process at a time has it. Default:"
                        + " a folder for each checkout below $XDG_STATE_HOME/drift or ~/.local/state/drift."
            })
    Optional<Path> state = Optional.empty();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Keep the last report of each cell in this folder, as JSON. Default: reports below --state.")
    Optional<Path> reports = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "REFERENCE",
            description = {
                "Share the ticks with other copies through a PostgreSQL database, instead of following them alone. Its"
                        + " address is named, never written out: env:NAME or file:PATH. Default: what drift.yaml says."
            })
    Optional<SecretReference> database = Optional.empty();

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description =
                    "How long runs may go on when the process is to stop, before they are cancelled. Default: 10s.")
    Duration grace = Duration.ofSeconds(10);

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Mixin
    DutyOptions duties = new DutyOptions();

    @Mixin
    HistoryOptions history = new HistoryOptions();

    @Mixin
    DeliveryOptions delivery = new DeliveryOptions();

    @Option(
            names = "--github-issues",
            description = {
                "Keep a GitHub issue for each drifted stack: opened, edited and closed as the drift comes, moves and goes."
                        + " Needs GITHUB_TOKEN."
            })
    boolean githubIssues;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show where Drift broke, if it does.")
    boolean verbose;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Path repository = TerramateCatalog.at(surroundings.at(root)).root();
        Path place = place(repository, surroundings);
        if (dry) {
            return rehearsed(StackOptions.file(root, surroundings), repository, place, surroundings);
        }
        Path kept = reports.map(surroundings::at).orElse(place.resolve("reports"));
        ServedFile served = ServedFile.of(this, kept, surroundings, runs, Clock.systemUTC());
        surroundings.say("Serves " + served.names() + "; reports in " + kept);
        Optional<SecretReference> shared =
                database.or(() -> served.file().runners().database());
        try {
            StandingFolder.make(kept);
            return shared.isPresent()
                    ? shared(served, shared.get(), repository, surroundings)
                    : alone(served, place, surroundings);
        } catch (UncheckedIOException refused) {
            surroundings.say("What is done cannot be remembered below " + place + ": " + refused.getMessage());
            return ExitCode.FAILED;
        }
    }

    private ExitCode rehearsed(DriftFile file, Path repository, Path place, Surroundings surroundings) {
        List<CellTimetable> timetables = timetables(file, surroundings);
        Optional<SecretReference> shared = database.or(() -> file.runners().database());
        try {
            Map<String, Standing> known = shared.isPresent()
                    ? ticks(shared.get(), surroundings).standings(estate(repository, surroundings))
                    : Map.of();
            Function<Cell, Optional<Standing>> standing = shared.isPresent()
                    ? cell -> Optional.ofNullable(known.get(cell.toString()))
                    : StandingFolder.reading(place);
            surroundings.out().print(new NextTicks(timetables, standing, Clock.systemUTC()).table());
            return ExitCode.IN_SYNC;
        } catch (TickDatabase.DatabaseException refused) {
            return unusable(refused, surroundings);
        }
    }

    /** When each cell is due; there is none without a schedule. */
    List<CellTimetable> timetables(DriftFile file, Surroundings surroundings) {
        List<CellTimetable> timetables = CellTimetable.of(
                file.estate(),
                file.estate().cells(TerramateCatalog.at(surroundings.at(root)).stacks()));
        if (timetables.isEmpty()) {
            throw InvalidConfigException.of(
                    Problem.at("drift.yaml", "No environment has a schedule, so there is nothing to serve"));
        }
        return timetables;
    }

    private ExitCode alone(ServedFile served, Path place, Surroundings surroundings) {
        try (StandingFolder folder = taken(place, surroundings)) {
            return followed(new Rounds(served::turns, ServedFile.PACE, folder, surroundings::say), surroundings);
        }
    }

    private ExitCode shared(ServedFile served, SecretReference address, Path repository, Surroundings surroundings) {
        Serving together = new SharedRounds(
                served::turns,
                ticks(address, surroundings),
                estate(repository, surroundings),
                SharedRounds.Pace.USUAL,
                surroundings::say);
        try {
            return followed(together, surroundings);
        } catch (TickDatabase.DatabaseException refused) {
            return unusable(refused, surroundings);
        }
    }

    private static TickDatabase ticks(SecretReference address, Surroundings surroundings) {
        return TickDatabase.at(address.resolve(surroundings.environment(), surroundings.directory()));
    }

    /** Copies know each other by it. */
    private static String estate(Path repository, Surroundings surroundings) {
        return Origin.of(repository, surroundings.environment())
                .getOrDefault("repository", String.valueOf(repository.getFileName()));
    }

    private static ExitCode unusable(TickDatabase.DatabaseException refused, Surroundings surroundings) {
        surroundings.say("The database of the ticks cannot be used: " + refused.getMessage());
        return ExitCode.FAILED;
    }

    private ExitCode followed(Serving serving, Surroundings surroundings) {
        Interruption signals =
                Interruption.ofThisThread(() -> surroundings.say("Stops: no run begins"), Optional.of(bound()));
        try {
            return serving.follow(grace) ? ExitCode.IN_SYNC : ExitCode.FAILED;
        } finally {
            signals.over();
        }
    }

    /** The grace, half a minute for what is cancelled, and a little for everything else. */
    private Duration bound() {
        return grace.plusSeconds(45);
    }

    private Path place(Path repository, Surroundings surroundings) {
        return state.map(surroundings::at)
                .or(() -> HistoryOptions.state("serve", repository, surroundings))
                .orElseThrow(() -> InvalidConfigException.of(
                        Problem.at("--state", "There is no home to remember in: name a folder")));
    }

    private static StandingFolder taken(Path place, Surroundings surroundings) {
        return StandingFolder.take(place, surroundings::say)
                .orElseThrow(() -> InvalidConfigException.of(
                        Problem.at("--state", "Another process serves with " + place + " already")));
    }
}
