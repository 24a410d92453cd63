package dev.drift.terramate.probe;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.terramate.process.ToolRun;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What it means that a tool ended with an error. */
record Failure(ProbePhase phase, String reason) {

    private static final Pattern LOCK = Pattern.compile("(?i)(acquiring|locking) (the )?state|state lock\\b");
    private static final Pattern STATE = Pattern.compile("(?i)(existing|list(ing)?|select(ing)?) workspaces?\\b"
            + "|(load|loading|read|reading|refreshing|retriev\\w+|decrypt\\w*|building) (the )?(persisted )?state\\b"
            + "|state (data|snapshot|file|store|storage)\\b|NoSuchBucket|bucket .{0,80} does not exist"
            + "|configuring .{0,20}backend|backend .{0,40}(initiali[sz]ation|configuration) failed"
            + "|(initiali[sz]ing|inspecting) .{0,20}backend");

    /** The first useful line of what was printed, and the phase it speaks of. */
    static Failure of(Step step, String tool, ToolRun run, Redaction redaction) {
        List<String> printed = Stream.concat(run.errors().lines().stream(), run.output().lines().stream())
                .map(redaction::clean)
                .toList();
        List<String> errors = printed.subList(0, run.errors().lines().size());
        String reason = FirstUsefulLine.of(errors)
                .or(() -> FirstUsefulLine.of(printed))
                .orElse(tool + " ended with exit code " + run.exitCode() + " while " + step.doing()
                        + " and said nothing");
        return new Failure(phase(step, reason), reason);
    }

    ProbeException toException() {
        return new ProbeException(phase, reason);
    }

    private static ProbePhase phase(Step step, String reason) {
        if (LOCK.matcher(reason).find()) {
            return ProbePhase.LOCK;
        }
        return STATE.matcher(reason).find() ? ProbePhase.STATE : step.phase();
    }
}
