package dev.drift.cli;

import dev.drift.provision.PlanNotShownException;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.provision.StackProvision;
import dev.drift.provision.page.ProvisionConsole;
import dev.drift.provision.page.ProvisionWords;
import dev.drift.render.Harmless;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Locale;

/**
 * Shows on the error stream how a provisioning goes: every plan before it is applied, a line for each stack that is over, and,
 * if wanted, what tools print, each line behind its stack's path. A plan that cannot be written there is not applied.
 */
final class ProvisionProgress implements ProvisionSink {

    private static final int LONGEST_LINE = 2_000;

    private final Surroundings surroundings;
    private final boolean outputs;
    private int expected;
    private int done;

    ProvisionProgress(Surroundings surroundings, boolean outputs) {
        this.surroundings = surroundings;
        this.outputs = outputs;
    }

    @Override
    public synchronized void on(ProvisionEvent event) {
        if (event instanceof ProvisionEvent.Begun begun) {
            expected = begun.order().stacks().size();
            done = 0;
        } else if (event instanceof ProvisionEvent.Output output && outputs) {
            write(path(output.stack()) + " | " + Harmless.shortened(Harmless.line(output.line()), LONGEST_LINE) + "\n");
        } else if (event instanceof ProvisionEvent.Planned planned) {
            show(planned);
        } else if (event instanceof ProvisionEvent.Ended ended) {
            over(ended.provision());
        }
    }

    /** Whatever goes wrong with it, nobody has seen the plan. */
    private void show(ProvisionEvent.Planned planned) {
        try {
            write(new ProvisionConsole(
                            surroundings.coloursErr(), surroundings.terminal().width(), outputs)
                    .plan(planned.stack(), planned.plan()));
        } catch (RuntimeException | Error broken) {
            throw new PlanNotShownException(
                    "showing it broke: " + broken.getClass().getName());
        }
        if (surroundings.err().checkError()) {
            throw new PlanNotShownException("standard error cannot be written");
        }
    }

    @Override
    public List<Delivery> finish(ProvisionReport report) {
        return List.of();
    }

    @Override
    public String destination() {
        return "the terminal";
    }

    @Override
    public boolean leavesTheMachine() {
        return false;
    }

    private void over(StackProvision provision) {
        done++;
        write(String.format(
                Locale.ROOT,
                "[%d/%d] %s: %s (%.1f s)\n",
                done,
                expected,
                path(provision.stack()),
                ProvisionWords.words(provision.status()),
                provision.duration().toMillis() / 1000.0));
    }

    private static String path(Stack stack) {
        return Harmless.line(stack.path().toString());
    }

    private void write(String text) {
        surroundings.err().print(text);
        surroundings.err().flush();
    }
}
