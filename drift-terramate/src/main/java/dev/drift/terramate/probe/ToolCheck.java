package dev.drift.terramate.probe;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.preview.CodeCheck;
import dev.drift.preview.Formatting;
import dev.drift.preview.Validation;
import dev.drift.stack.Stack;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;

/**
 * Checks the code of a stack with its own tool: {@code terraform}, {@code tofu} or {@code terragrunt}. Neither the checkout nor
 * the state is written, and no backend is asked; modules and providers go to a private folder that is gone when the check is
 * over. Safe for use by several threads.
 */
public final class ToolCheck implements CodeCheck {

    private final PlanSettings settings;

    private ToolCheck(PlanSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** Checks with the tools, and in the environment, that stacks are planned with. */
    public static ToolCheck with(PlanSettings settings) {
        return new ToolCheck(settings);
    }

    @Override
    public Formatting format(ProbeRequest request) throws ProbeException {
        try {
            return in(request, CodeLook::format);
        } catch (ProbeException stopped) {
            return new Formatting.NotChecked(reasonOf(stopped));
        }
    }

    @Override
    public Validation validate(ProbeRequest request) throws ProbeException {
        try {
            return in(request, CodeLook::validate);
        } catch (ProbeException stopped) {
            return new Validation.NotValidated(reasonOf(stopped));
        }
    }

    private <T> T in(ProbeRequest request, Question<T> question) throws ProbeException {
        Stack stack = request.stack();
        UserEnvironment merged = settings.user()
                .with(settings.stackEnvironment().of(stack, settings.user()))
                .with(request.lease().variables());
        IacTool tool = settings.tool().orElseGet(() -> Program.guessed(stack.directory(), merged));
        Program program = Program.find(tool, settings, merged);
        try (LookFolder folder = LookFolders.open(settings.temporaryFolder())) {
            return question.ask(new CodeLook(request, program, folder, merged));
        } catch (IOException failed) {
            throw Thread.currentThread().isInterrupted()
                    ? new ProbeException(ProbePhase.CANCELLED, "cancelled", failed)
                    : new ProbeException(
                            ProbePhase.INIT, "the private folder of the look fails: " + failed.getMessage(), failed);
        }
    }

    /** What ended for want of time is over as a whole; everything else concerns the check alone. */
    private static String reasonOf(ProbeException stopped) throws ProbeException {
        if (stopped.phase() == ProbePhase.TIMEOUT || stopped.phase() == ProbePhase.CANCELLED) {
            throw stopped;
        }
        return stopped.reason();
    }

    /** One of the questions to the code. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(CodeLook look) throws ProbeException, IOException;
    }
}
