package dev.drift.aws.state;

import dev.drift.code.IacTool;
import java.util.regex.Pattern;

/**
 * A lock that somebody holds, or left.
 *
 * @param lock who, since when
 * @param place the state that it is on
 * @param tool the tool that keeps the state
 */
record HeldLock(StateLock lock, StatePlace place, IacTool tool) {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** Who holds it, and what gives it back if nobody does any more. That is for people to judge. */
    String spoken() {
        return lock.spoken() + "; if nobody works on it any more, look at what became of that work, then "
                + (place instanceof StatePlace.InFile file
                        ? "delete " + LocalState.lockOf(file.file()).getFileName() + " beside it"
                        : "run '" + tool.command() + " force-unlock " + id() + "'");
    }

    /** Somebody may have written into it what a shell would obey. */
    private String id() {
        return HARMLESS.matcher(lock.id()).matches() ? lock.id() : "LOCK_ID";
    }
}
