package dev.drift.terramate.probe;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.provision.HeldPlan;
import dev.drift.stack.Stack;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prepares the making of plans that are going to be applied. Safe for use by several threads. */
public final class HeldPlans {

    private final PlanSettings settings;
    private final Patience patience;
    private final PlanWitness witness;
    private final AtomicBoolean swept = new AtomicBoolean();

    /** Plans by these settings, how long tools are waited for that were asked to stop, and who sees the plans. */
    public HeldPlans(PlanSettings settings, Patience patience, PlanWitness witness) {
        this.settings = requireNonNull(settings, "settings is null");
        this.patience = requireNonNull(patience, "patience is null");
        this.witness = requireNonNull(witness, "witness is null");
    }

    /**
     * A plan of the stack, held until it is closed.
     *
     * @throws ProbeException if it could not be made as a whole, with the phase reached
     */
    public HeldPlan of(ProbeRequest request) throws ProbeException {
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
        ToolArguments.requireWholeApply(merged);
        IacTool tool = settings.tool().orElseGet(() -> Program.guessed(stack.directory(), merged));
        Program program = Program.find(tool, settings, merged);
        try {
            return inFolder(request, program, merged);
        } catch (IOException failed) {
            throw Thread.currentThread().isInterrupted()
                    ? new ProbeException(ProbePhase.CANCELLED, "cancelled", failed)
                    : new ProbeException(
                            ProbePhase.INIT, "the private folder of the plan fails: " + failed.getMessage(), failed);
        }
    }

    private HeldPlan inFolder(ProbeRequest request, Program program, UserEnvironment merged)
            throws ProbeException, IOException {
        LookFolder folder = LookFolders.open(settings.temporaryFolder());
        Holding holding = new Holding(request, program, folder, merged, patience);
        boolean held = false;
        try {
            HeldPlan plan = holding.plan(settings.code(), witness);
            held = true;
            return plan;
        } finally {
            if (!held) {
                holding.discard();
            }
        }
    }
}
