package dev.drift.terramate.probe;

import dev.drift.code.CodeException;
import dev.drift.code.CodeReader;
import dev.drift.code.IacTool;
import dev.drift.code.IgnoreChanges;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.provision.ApplyResult;
import dev.drift.provision.HeldPlan;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.terramate.plan.PlanFile;
import dev.drift.terramate.plan.PlanJson;
import dev.drift.terramate.process.Deadline;
import dev.drift.terramate.process.LockingProcess;
import dev.drift.terramate.process.ToolCommand;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.ToolTimeoutException;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One plan, from its making in a folder of its own to its end. It is made, and applied, in the stack's own directory. */
final class Holding {

    private static final int CHANGES_WERE_FOUND = 2;

    private final ProbeRequest request;
    private final Program program;
    private final LookFolder folder;
    private final Patience patience;
    private final WorkingPlace place;
    private final Workspace workspace;
    private final UserEnvironment outside;
    private final UserEnvironment environment;
    private final UserEnvironment user;
    private final Redaction redaction;
    private final Steps steps;

    Holding(ProbeRequest request, Program program, LookFolder folder, UserEnvironment merged, Patience patience) {
        this.request = request;
        this.program = program;
        this.folder = folder;
        this.patience = patience;
        this.place = WorkingPlace.inPlace(request.stack(), program);
        this.user = merged;
        this.workspace = Workspace.selected(place.directory(), merged);
        this.outside = LookEnvironment.forApply(merged, program, folder);
        this.environment = workspace.isDefault() ? outside : outside.with(Workspace.VARIABLE, workspace.name());
        this.redaction = Redaction.of(merged, Optional.empty());
        this.steps = new Steps(request, program, place, redaction);
    }

    /** Makes the plan and says what it shows. */
    HeldPlan plan(CodeReader code, PlanWitness witness) throws ProbeException {
        try {
            return made(code, witness);
        } finally {
            steps.output().close();
        }
    }

    private HeldPlan made(CodeReader code, PlanWitness witness) throws ProbeException {
        Deadline deadline = Deadline.in(request.timeout());
        StrayState.in(place.directory()).refuse();
        ExtraArguments.of(request.stack(), program, user).requireHarmless(steps::print);
        initialise(deadline);
        ToolRun planned = steps.stopped(Step.PLAN, () -> planned(deadline));
        if (planned.exitCode() == 0 || planned.exitCode() == CHANGES_WERE_FOUND) {
            requireWholePlan();
        }
        if (planned.exitCode() == 0) {
            return HeldPlan.ofNothing(nothing(), this::discard);
        }
        if (planned.exitCode() != CHANGES_WERE_FOUND) {
            throw steps.failure(Step.PLAN, planned).toException();
        }
        Observation seen = shown(deadline, code);
        witness.see(made(deadline), seen);
        return HeldPlan.of(seen, () -> apply(seen), this::discard);
    }

    /** Whatever is said in variables is refused before; Terragrunt and wrappers may still say it between here and the tool. */
    private void requireWholePlan() throws ProbeException {
        Optional<String> besides = PlanFile.besidesCode(folder.plan());
        if (besides.isPresent()) {
            throw new ProbeException(
                    ProbePhase.PLAN,
                    "something between Drift and " + program.tool().command() + " adds " + besides.get()
                            + ", so the plan is not the one that the code asks for");
        }
    }

    /** Outside of the workspace, because a tool that is told of one that is not there makes it. */
    private void initialise(Deadline deadline) throws ProbeException {
        steps.succeed(Step.INIT, deadline, outside, place.initialising());
        if (!workspace.isDefault()) {
            steps.requireListed(workspace, deadline, outside, folder.workspaces());
        }
    }

    /** Deletes the plan, and the lock file of the directory if it came with it. What cannot be deleted is told. */
    void discard() {
        try (folder) {
            if (!place.lockFile()) {
                Files.deleteIfExists(place.lockPath());
            }
        } catch (IOException stays) {
            String what = Files.exists(folder.path()) ? "The plan in " + folder.path() : "" + place.lockPath();
            steps.print(what + " could not be deleted");
        }
    }

    /** It holds the lock of the state, so it is asked to stop and waited for. */
    private ToolRun planned(Deadline deadline) throws IOException, InterruptedException, ToolTimeoutException {
        LockingProcess planning = start(
                List.of(
                        "plan",
                        "-input=false",
                        "-no-color",
                        "-lock=true",
                        "-refresh=true",
                        "-detailed-exitcode",
                        "-out=" + folder.plan()),
                "plan.log",
                steps::print);
        boolean inTime = false;
        try {
            inTime = planning.awaitEnd(deadline.left());
        } finally {
            if (!inTime) {
                planning.ask();
                planning.awaitEndAnyway(patience.planning());
                planning.end();
            }
        }
        Optional<ToolRun> run = inTime ? planning.end() : Optional.empty();
        return run.orElseThrow(() -> new ToolTimeoutException(program.tool().command()));
    }

    private ApplyResult apply(Observation seen) {
        DoneLines done = new DoneLines();
        LockingProcess applying;
        try {
            applying = start(
                    List.of(
                            "apply",
                            "-input=false",
                            "-no-color",
                            "-lock=true",
                            folder.plan().toString()),
                    "apply.txt",
                    line -> {
                        done.see(redaction.clean(line));
                        steps.print(line);
                    });
        } catch (IOException notStarted) {
            String reason =
                    program.tool().command() + " cannot be run, so nothing was applied: " + notStarted.getMessage();
            return new ApplyResult.Incomplete(redaction.clean(reason), List.of(), Optional.empty());
        }
        boolean inTime = applying.awaitEndAnyway(request.limit());
        if (!inTime) {
            applying.ask();
            applying.awaitEndAnyway(patience.applying());
        }
        return new AppliedPlan(steps, seen.secrets(), user, done).result(applying.end(), inTime);
    }

    private LockingProcess start(List<String> subCommand, String log, Consumer<String> lines) throws IOException {
        ToolCommand command = new ToolCommand(place.words(subCommand), place.directory(), environment);
        LockingProcess started = LockingProcess.start(command, folder.path().resolve(log), lines);
        try {
            folder.lendTo(started.identity());
        } catch (IOException unwritable) {
            // The folder may then be swept if this process is killed; the tool runs, and is waited for, all the same.
        }
        return started;
    }

    private Observation shown(Deadline deadline, CodeReader code) throws ProbeException {
        List<String> showing = List.of("show", "-json", folder.plan().toString());
        ToolRun shown = steps.run(Step.SHOW, deadline, environment, showing, Optional.of(folder.json()));
        if (shown.exitCode() != 0) {
            throw steps.failure(Step.SHOW, shown).toException();
        }
        program.requirePlainOutput(folder.json());
        Observation seen = PlanJson.read(folder.json(), ignores(code), redaction.secrets());
        steps.output().release(seen.secrets());
        return seen;
    }

    private MadePlan made(Deadline deadline) {
        return new MadePlan(
                request.stack(),
                program.tool(),
                folder.plan(),
                folder.json(),
                redaction.secrets(),
                () -> rendered(deadline));
    }

    private Optional<String> rendered(Deadline deadline) {
        try {
            List<String> showing = List.of("show", "-no-color", folder.plan().toString());
            ToolRun shown = steps.run(Step.SHOW, deadline, environment, showing, Optional.of(folder.text()));
            return shown.exitCode() == 0 ? new RenderedPlan(folder.text()).text(redaction) : Optional.empty();
        } catch (ProbeException late) {
            return Optional.empty();
        }
    }

    private Optional<IgnoreChanges> ignores(CodeReader code) {
        try {
            return Optional.of((code instanceof TerraformCode modules && program.tool() != IacTool.TERRAGRUNT
                            ? modules.read(place.directory(), folder.data())
                            : code.read(place.directory()))
                    .ignores());
        } catch (CodeException unreadable) {
            return Optional.empty();
        }
    }

    private static Observation nothing() {
        CodeSide code = new CodeSide.Seen(List.of(), 0, Declarations.NONE, Optional.empty());
        return new Observation(List.of(), code, List.of(), Coverage.complete(0), Optional.empty());
    }
}
