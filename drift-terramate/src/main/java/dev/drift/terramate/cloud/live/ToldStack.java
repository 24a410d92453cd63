package dev.drift.terramate.cloud.live;

import dev.drift.code.IacTool;
import dev.drift.observation.KnownSecrets;
import dev.drift.terramate.cloud.changeset.PlanOutput;
import dev.drift.terramate.cloud.changeset.SafePlan;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.LogChannel;
import dev.drift.terramate.cloud.message.Provisioner;
import dev.drift.terramate.cloud.session.StackSession;
import dev.drift.terramate.output.HeldLines;
import dev.drift.terramate.plan.SanitizedPlan;
import dev.drift.terramate.probe.MadePlan;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A stack that Terramate Cloud is told of while it is looked at. Safe for use by several threads.
 *
 * @param <S> how a session of it can end
 */
final class ToldStack<S> {

    private final StackSession<S> session;
    private final HeldLines lines;
    private Optional<Changeset> changeset = Optional.empty();
    private Optional<KnownSecrets> secrets = Optional.empty();

    ToldStack(StackSession<S> session) {
        this.session = session;
        this.lines = new HeldLines(line -> session.print(LogChannel.OUTPUT, line));
    }

    synchronized void print(String line) {
        lines.add(line);
    }

    /** The plan of the latest look counts. */
    void see(MadePlan plan) {
        Optional<String> rendered = plan.rendering().get();
        take(new PlanOutput(
                        provisioner(plan.tool(), rendered),
                        rendered,
                        Optional.of(() -> Files.newInputStream(plan.json())),
                        Optional.of(plan.file()))
                .safe(plan.secrets()));
    }

    /** What is printed behind a plan is about it: its secrets are hidden in that as well. */
    synchronized void releaseWhatIsKnown() {
        secrets.ifPresent(known -> lines.release(line -> known.hiddenIn(line, SanitizedPlan.HIDDEN)));
    }

    /** The session ends so, with a last line that says how. */
    synchronized void end(S status, String words) {
        lines.close();
        session.print(LogChannel.OUTPUT, "[drift] " + words);
        session.end(status, changeset);
    }

    private synchronized void take(SafePlan plan) {
        changeset = plan.changeset();
        secrets = plan.secrets();
        releaseWhatIsKnown();
    }

    /** Terragrunt does not say which of the two it runs, but the one it runs does. */
    private static Provisioner provisioner(IacTool tool, Optional<String> rendered) {
        boolean isTofu = tool == IacTool.TOFU
                || (tool == IacTool.TERRAGRUNT
                        && rendered.filter(text -> text.contains("OpenTofu")).isPresent());
        return isTofu ? Provisioner.OPENTOFU : Provisioner.TERRAFORM;
    }
}
