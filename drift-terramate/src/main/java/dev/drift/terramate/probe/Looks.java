package dev.drift.terramate.probe;

import dev.drift.code.IacTool;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prepares looks and cleans up behind them. Safe for use by several threads. */
public final class Looks {

    private final PlanSettings settings;
    private final PlanWitness witness;
    private final AtomicBoolean swept = new AtomicBoolean();

    /** Looks by these settings, and who sees the plans that are made. */
    public Looks(PlanSettings settings, PlanWitness witness) {
        this.settings = settings;
        this.witness = witness;
    }

    /**
     * What is seen of a stack.
     *
     * @throws ProbeException if it could not be looked at, with the phase reached
     */
    public Observation at(ProbeRequest request) throws ProbeException {
        if (swept.compareAndSet(false, true)) {
            LookFolders.sweep(settings.temporaryFolder());
        }
        Stack stack = request.stack();
        if (!Files.isDirectory(stack.directory())) {
            throw new ProbeException(ProbePhase.INIT, "the directory of the stack is not there: " + stack.directory());
        }
        UserEnvironment merged = settings.user()
                .with(settings.stackEnvironment().of(stack, settings.user()))
                .with(request.lease().variables());
        ToolArguments.requireHarmless(merged);
        IacTool tool = settings.tool().orElseGet(() -> Program.guessed(stack.directory(), merged));
        return inFolder(request, Program.find(tool, settings, merged), merged);
    }

    private Observation inFolder(ProbeRequest request, Program program, UserEnvironment merged) throws ProbeException {
        try (LookFolder folder = LookFolders.open(settings.temporaryFolder())) {
            return Look.at(request, program, folder, merged, settings.code(), witness);
        } catch (IOException failed) {
            throw Thread.currentThread().isInterrupted()
                    ? new ProbeException(ProbePhase.CANCELLED, "cancelled", failed)
                    : new ProbeException(
                            ProbePhase.INIT, "the private folder of the look fails: " + failed.getMessage(), failed);
        }
    }
}
