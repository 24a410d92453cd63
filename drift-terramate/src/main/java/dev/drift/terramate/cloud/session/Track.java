package dev.drift.terramate.cloud.session;

import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.wire.CloudException;
import java.util.List;
import java.util.Optional;

/**
 * What Terramate Cloud is told of one stack, for one kind of run. Called by one thread at a time.
 *
 * @param <S> how the run of a stack can end
 */
sealed interface Track<S> permits DriftTrack, PreviewTrack, DeploymentTrack {

    /** Says that the stack's run begins; its journal knows from now on. */
    JournalEntry begin() throws CloudException;

    /** Says that the stack's run will not begin, if Terramate Cloud expects it to. */
    void skip() throws CloudException;

    /** Adds to the stack's log. */
    void log(List<LogLine> lines) throws CloudException;

    /** Says how the stack's run ended. */
    void end(S status, Optional<Changeset> changeset) throws CloudException;

    /** The word for an end, which a later run may have to say. */
    String word(S status);

    /** How a run ends that nobody ended. */
    S broken();

    /** What it is called in messages: {@code drift of /stacks/a}. */
    String name();
}
