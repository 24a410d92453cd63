package dev.drift.terramate.probe;

import dev.drift.code.CodeException;
import dev.drift.code.CodeReader;
import dev.drift.code.IacTool;
import dev.drift.code.IgnoreChanges;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.terramate.plan.PlanFile;
import dev.drift.terramate.plan.PlanJson;
import dev.drift.terramate.process.Deadline;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The steps of one look at one stack, in a folder of its own. */
final class Look {

    private static final int CHANGES_WERE_FOUND = 2;

    private final ProbeRequest request;
    private final Program program;
    private final CodeReader code;
    private final PlanWitness witness;
    private final LookFolder folder;
    private final WorkingPlace place;
    private final UserEnvironment environment;
    private final Redaction redaction;
    private final Steps steps;

    private Look(
            ProbeRequest request,
            Program program,
            LookFolder folder,
            UserEnvironment merged,
            CodeReader code,
            PlanWitness witness)
            throws IOException {
        this.request = request;
        this.program = program;
        this.code = code;
        this.witness = witness;
        this.folder = folder;
        this.place = WorkingPlace.of(request.stack(), program, folder);
        this.environment = LookEnvironment.of(merged, program, folder);
        this.redaction = Redaction.of(merged, place.likeness());
        this.steps = new Steps(request, program, place, redaction);
    }

    /** Goes through all steps. */
    static Observation at(
            ProbeRequest request,
            Program program,
            LookFolder folder,
            UserEnvironment merged,
            CodeReader code,
            PlanWitness witness)
            throws ProbeException, IOException {
        Deadline deadline = Deadline.in(request.timeout());
        Workspace workspace = Workspace.selected(request.stack().directory(), merged);
        Look look = new Look(request, program, folder, merged, code, witness);
        try {
            return look.observe(deadline, workspace);
        } finally {
            look.steps.output().close();
        }
    }

    private Observation observe(Deadline deadline, Workspace workspace) throws ProbeException {
        if (workspace.isDefault() && mayDoWithoutInit()) {
            ToolRun planned = steps.run(Step.PLAN, deadline, environment, planning(), Optional.empty());
            if (isPlanned(planned)) {
                return seen(deadline, environment);
            }
        }
        return observeInitialised(deadline, workspace);
    }

    private Observation observeInitialised(Deadline deadline, Workspace workspace) throws ProbeException {
        steps.succeed(Step.INIT, deadline, environment, place.initialising());
        if (!workspace.isDefault()) {
            steps.requireListed(workspace, deadline, environment, folder.workspaces());
        }
        UserEnvironment inWorkspace =
                workspace.isDefault() ? environment : environment.with(Workspace.VARIABLE, workspace.name());
        ToolRun planned = steps.run(Step.PLAN, deadline, inWorkspace, planning(), Optional.empty());
        if (isPlanned(planned)) {
            return seen(deadline, inWorkspace);
        }
        return asFarAsSeen(steps.failure(Step.PLAN, planned), deadline, inWorkspace);
    }

    /**
     * A state beside the code needs no initialising, and neither does a provider that is lent. Where there is more to prepare,
     * modules or another provider, the tool refuses to plan at once and is asked again in the long way.
     */
    private boolean mayDoWithoutInit() {
        return program.tool() != IacTool.TERRAGRUNT
                && isLentAProvider()
                && facts(() -> code.read(request.stack().directory()))
                        .filter(read -> read.state() instanceof StateLocation.Backend state
                                && state.type().equals("local")
                                && state.settings().isEmpty()
                                && read.ignores().unseen().isEmpty())
                        .isPresent();
    }

    private boolean isLentAProvider() {
        return environment.variable(LookEnvironment.LENT_PROVIDERS).isPresent();
    }

    private static boolean isPlanned(ToolRun run) {
        return run.exitCode() == 0 || run.exitCode() == CHANGES_WERE_FOUND;
    }

    /** A plan that failed may still have been written; what it saw is worth telling, with what it did not see. */
    private Observation asFarAsSeen(Failure failure, Deadline deadline, UserEnvironment inWorkspace)
            throws ProbeException {
        if (!Files.exists(folder.plan())) {
            throw failure.toException();
        }
        try {
            Observation seen = shown(deadline, inWorkspace);
            List<Gap> gaps = new ArrayList<>();
            gaps.add(new Gap(failure.phase(), failure.reason(), Optional.empty()));
            seen.coverage().gaps().stream()
                    .filter(gap -> gap.address().isPresent())
                    .forEach(gaps::add);
            return missing(gaps, seen);
        } catch (ProbeException secondary) {
            throw secondary.phase() == ProbePhase.TIMEOUT || secondary.phase() == ProbePhase.CANCELLED
                    ? secondary
                    : failure.toException();
        }
    }

    private static Observation missing(List<Gap> gaps, Observation seen) {
        Coverage coverage =
                new Coverage(seen.coverage().resources(), seen.coverage().compared(), gaps);
        return new Observation(
                seen.drifted(), seen.codeSide(), seen.siblings(), coverage, seen.renderedPlan(), seen.secrets());
    }

    /**
     * Most plans show nothing, which the tool need not be started once more for. One without a lent provider costs so much that
     * this is nothing beside it, and stays the measure of the others.
     */
    private Observation seen(Deadline deadline, UserEnvironment inWorkspace) throws ProbeException {
        Optional<Observation> unmoved =
                isLentAProvider() ? PlanFile.unmoved(folder.plan(), program.tool(), this::ignores) : Optional.empty();
        return unmoved.isPresent() ? unmoved.get() : shown(deadline, inWorkspace);
    }

    private Observation shown(Deadline deadline, UserEnvironment inWorkspace) throws ProbeException {
        List<String> showing = List.of("show", "-json", folder.plan().toString());
        ToolRun shown = steps.run(Step.SHOW, deadline, inWorkspace, showing, Optional.of(folder.json()));
        if (shown.exitCode() != 0) {
            throw steps.failure(Step.SHOW, shown).toException();
        }
        program.requirePlainOutput(folder.json());
        Observation seen = asWholeAs(PlanJson.read(folder.json(), ignores(), redaction.secrets()));
        steps.output().release(seen.secrets());
        witness.see(made(deadline, inWorkspace), seen);
        return seen;
    }

    /** What variables say is refused before; Terragrunt and wrappers may still say it between here and the tool. */
    private Observation asWholeAs(Observation shown) {
        return PlanFile.besidesCode(folder.plan())
                .map(option -> "something between Drift and " + program.tool().command() + " adds " + option
                        + ": a look with it would not see the stack as it is")
                .map(reason -> missing(
                        Stream.concat(
                                        Stream.of(new Gap(ProbePhase.PLAN, reason, Optional.empty())),
                                        shown.coverage().gaps().stream())
                                .toList(),
                        shown))
                .orElse(shown);
    }

    private MadePlan made(Deadline deadline, UserEnvironment inWorkspace) {
        return new MadePlan(
                request.stack(),
                program.tool(),
                folder.plan(),
                folder.json(),
                redaction.secrets(),
                () -> steps.output().plan().or(() -> rendered(deadline, inWorkspace)));
    }

    /** What the plan shows is known already, so that this takes too long is no failure of the look. */
    private Optional<String> rendered(Deadline deadline, UserEnvironment inWorkspace) {
        try {
            List<String> showing = List.of("show", "-no-color", folder.plan().toString());
            ToolRun shown = steps.run(Step.SHOW, deadline, inWorkspace, showing, Optional.of(folder.text()));
            return shown.exitCode() == 0 ? new RenderedPlan(folder.text()).text(redaction) : Optional.empty();
        } catch (ProbeException late) {
            return Optional.empty();
        }
    }

    /**
     * Read after {@code init}, which has brought the modules. Code that cannot be read here is the tool's to complain about,
     * which knows its own language best.
     */
    private Optional<IgnoreChanges> ignores() {
        Path directory = request.stack().directory();
        return facts(() -> code instanceof TerraformCode modules && program.tool() != IacTool.TERRAGRUNT
                        ? modules.read(directory, folder.data())
                        : code.read(directory))
                .map(StackCode::ignores);
    }

    private static Optional<StackCode> facts(Supplier<StackCode> reading) {
        try {
            return Optional.of(reading.get());
        } catch (CodeException unreadable) {
            return Optional.empty();
        }
    }

    /** Refreshing goes without saying; it is said because Terragrunt and wrappers may have said otherwise before. */
    private List<String> planning() {
        return List.of("plan", "-input=false", "-lock=false", "-refresh=true", "-no-color", "-out=" + folder.plan());
    }
}
