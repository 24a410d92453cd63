package dev.drift.terramate.probe;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.terramate.process.Deadline;
import dev.drift.terramate.process.ToolCommand;
import dev.drift.terramate.process.ToolProcess;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.ToolTimeoutException;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the steps of one look with its tool, and says what it means that one of them fails. */
record Steps(ProbeRequest request, Program program, WorkingPlace place, Redaction redaction, LookOutput output) {

    Steps(ProbeRequest request, Program program, WorkingPlace place, Redaction redaction) {
        this(request, program, place, redaction, new LookOutput(request.output(), redaction));
    }

    /** Steps that lead to no plan, so that no line has to wait for what one tells of secrets. */
    static Steps withoutPlan(ProbeRequest request, Program program, WorkingPlace place, Redaction redaction) {
        Steps steps = new Steps(request, program, place, redaction);
        steps.output.close();
        return steps;
    }

    /** Runs a sub-command that has to succeed. */
    ToolRun succeed(Step step, Deadline deadline, UserEnvironment in, List<String> subCommand) throws ProbeException {
        ToolRun run = run(step, deadline, in, subCommand, Optional.empty());
        if (run.exitCode() != 0) {
            throw failure(step, run).toException();
        }
        return run;
    }

    /** Refuses a workspace that is not there. All names go to the file, because what is kept of an output is bounded. */
    void requireListed(Workspace workspace, Deadline deadline, UserEnvironment in, Path names) throws ProbeException {
        ToolRun run = run(Step.WORKSPACE, deadline, in, List.of("workspace", "list"), Optional.of(names));
        if (run.exitCode() != 0) {
            throw failure(Step.WORKSPACE, run).toException();
        }
        workspace.requireListedIn(names);
    }

    /** Runs a sub-command, however it ends; its output goes to a file if there is one. */
    ToolRun run(Step step, Deadline deadline, UserEnvironment in, List<String> subCommand, Optional<Path> file)
            throws ProbeException {
        ToolCommand command = new ToolCommand(place.words(subCommand), place.directory(), in, file);
        Consumer<String> lines = output.of(step);
        ToolRun run = stopped(
                step,
                () -> step == Step.INIT
                        ? PluginCache.alone(in, deadline, () -> ToolProcess.run(command, deadline, lines))
                        : ToolProcess.run(command, deadline, lines));
        output.ended(step, run);
        return run;
    }

    /** What it means that a step was not done. */
    ToolRun stopped(Step step, PluginCache.Writing<ToolRun> running) throws ProbeException {
        try {
            return running.write();
        } catch (ToolTimeoutException late) {
            throw new ProbeException(
                    ProbePhase.TIMEOUT,
                    "no answer within " + spoken(request.limit()) + "; stopped while " + step.doing());
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new ProbeException(ProbePhase.CANCELLED, "cancelled while " + step.doing());
        } catch (IOException notStarted) {
            throw new ProbeException(
                    step.phase(),
                    program.tool().command() + " cannot be run: " + redaction.clean("" + notStarted.getMessage()));
        }
    }

    /** What it means that a step ended with an error. */
    Failure failure(Step step, ToolRun run) {
        return Failure.of(step, program.tool().command(), run, redaction);
    }

    /** Hands on a line that a tool printed. */
    void print(String line) {
        output.print(line);
    }

    static String spoken(Duration time) {
        return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
