package dev.drift.cli;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.Workload;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.Problems;
import dev.drift.render.StackList;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.cloud.live.CloudStandings;
import dev.drift.terramate.cloud.wire.CloudException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists stacks. Reads files only, unless git or Terramate Cloud is asked; needs no other adapter, so none is loaded. */
@Command(
        name = "list",
        header = "Lists the stacks of a repository.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  drift list",
            "  drift list --select Environment:prod,Region:eu-central-1,Region:eu-west-1",
            "  drift list --tags environment/prod:region/eu-central-1 --no-tags legacy",
            "  drift list --environment prod --order run --format json",
            "  drift list --status drifted",
            "  drift list --changed --base origin/release --why",
            "",
            "Exit codes: 0 listed, 1 Terramate Cloud does not tell, 64 an option or the repository cannot be",
            "used, or nothing is selected."
        })
final class ListCommand implements dev.drift.cli.Command {

    /** In which order. */
    enum Order {
        PATH,
        RUN
    }

    /** How stacks stand in Terramate Cloud, in its own words. */
    enum Status {
        OK,
        DRIFTED,
        FAILED,
        HEALTHY,
        UNHEALTHY
    }

    /** In which form. */
    enum Form {
        PATHS,
        TABLE,
        JSON
    }

    @Mixin
    StackOptions options = new StackOptions();

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Option(names = "--why", description = "Say why each of them changed.")
    boolean why;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            completionCandidates = Words.Orders.class,
            description = "path, or run: as an apply would go. Default: path.")
    Order order = Order.PATH;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            completionCandidates = Words.Statuses.class,
            description = "Only stacks that stand so in Terramate Cloud: ok, drifted, failed, healthy or unhealthy.")
    Optional<Status> status = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            completionCandidates = Words.Forms.class,
            description = "paths, table or json. Default: paths.")
    Form form = Form.PATHS;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show where Drift broke, if it does.")
    boolean verbose;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        Problems problems = new Problems();
        StackFilter filter = options.filter(options.file(surroundings).estate(), problems);
        change.check(problems);
        if (why && !change.changed) {
            problems.add("--why", "Says why stacks changed, so it needs --changed");
        }
        if (status.isPresent()) {
            problems.addAll(DeliveryOptions.found(surroundings).problems());
        }
        problems.throwIfAny();
        TerramateCatalog catalog = TerramateCatalog.at(surroundings.at(options.root), change.settings());
        Workload workload = Workload.byPath(catalog, filter);
        if (!options.emptyAllowed) {
            workload.refuseEmpty(filter);
        }
        List<ChangedStack> changes = change.changed ? change.changes(catalog, surroundings) : List.of();
        if (change.changed) {
            workload = workload.onlyChanged(changes);
        }
        List<Stack> stacks = order == Order.RUN ? catalog.inRunOrder(workload.selected()) : workload.selected();
        try {
            List<Stack> meant = status.isEmpty() ? stacks : standing(stacks, catalog.root(), surroundings);
            surroundings.out().print(text(meant, whys(changes), surroundings.terminal()));
            return ExitCode.IN_SYNC;
        } catch (CloudException silent) {
            surroundings.say("Terramate Cloud does not tell which stacks are meant: " + silent.reason());
            return ExitCode.FAILED;
        }
    }

    private List<Stack> standing(List<Stack> stacks, Path root, Surroundings surroundings) throws CloudException {
        return new CloudStandings(root, DeliveryOptions.found(surroundings))
                .of(stacks, status.map(Values::word).orElseThrow());
    }

    /** Programs that ask for changes are told why without asking. */
    private Map<Stack, String> whys(List<ChangedStack> changes) {
        return why || form == Form.JSON
                ? changes.stream().collect(Collectors.toMap(ChangedStack::stack, ChangedStack::why))
                : Map.of();
    }

    private String text(List<Stack> stacks, Map<Stack, String> whys, Terminal terminal) {
        return switch (form) {
            case PATHS -> StackList.paths(stacks, whys);
            case TABLE -> StackList.table(stacks, whys, terminal.out() ? terminal.width() : Integer.MAX_VALUE);
            case JSON -> StackList.json(stacks, whys);
        };
    }
}
