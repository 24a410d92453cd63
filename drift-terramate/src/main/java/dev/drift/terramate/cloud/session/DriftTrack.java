package dev.drift.terramate.cloud.session;

import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.drift.DriftFinish;
import dev.drift.terramate.cloud.drift.DriftStart;
import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.wire.CloudException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A drift run of one stack. */
final class DriftTrack implements Track<DriftStatus> {

    private final Line line;
    private final Stack stack;
    private final Asking<DriftStart> start;
    private String uuid = "";

    DriftTrack(Line line, Stack stack, Asking<DriftStart> start) {
        this.line = line;
        this.stack = stack;
        this.start = start;
    }

    @Override
    public JournalEntry begin() throws CloudException {
        uuid = line.cloud().drifts().start(start.ask());
        return JournalEntry.begun(JournalEntry.Kind.DRIFT, uuid);
    }

    /** What never began is not known. */
    @Override
    public void skip() {}

    @Override
    public void log(List<LogLine> lines) throws CloudException {
        line.cloud().drifts().log(uuid, lines);
    }

    @Override
    public void end(DriftStatus status, Optional<Changeset> changeset) throws CloudException {
        line.cloud().drifts().finish(uuid, new DriftFinish(status, changeset, Instant.now()));
    }

    @Override
    public String word(DriftStatus status) {
        return status.word();
    }

    @Override
    public DriftStatus broken() {
        return DriftStatus.FAILED;
    }

    @Override
    public String name() {
        return "drift of " + stack;
    }
}
