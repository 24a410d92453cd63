package dev.drift.aws.state;

import java.util.Optional;

/** A state where it lies. */
sealed interface StateFile permits BucketState, LocalState {

    /** All of it, read once; empty if there is none. Where reading has to begin anew, objects are shown anew. */
    Optional<StateCopy> read(Visit visit) throws StateException;

    /** What changes whenever it becomes another, found out cheaply; empty if there is none. */
    Optional<String> revision() throws StateException;

    /** Who works on it; empty if nobody does. */
    Optional<StateLock> lock() throws StateException;

    /**
     * A state that was read.
     *
     * @param revision the revision that was read
     * @param digest a SHA-256 over its bytes
     */
    record StateCopy(ReadState state, String revision, String digest) {}
}
