package dev.drift.aws.state;

import dev.drift.code.StateLocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Reads states where they live: in files, and in buckets of S3 or of what speaks like it. States elsewhere are refused by
 * name. Everything is reached as the tool itself would reach it, by the settings of the code and the environment that the tool
 * would be run with; the environment of this process plays no part. Nothing is ever written. Safe for use by several threads.
 */
public final class StateStore implements AutoCloseable {

    private final AwsConnections connections;
    private final Decryption decryption;

    private StateStore(AwsConnections connections) {
        this.connections = connections;
        this.decryption = new Decryption(connections);
    }

    /** A store with the usual bounds on waiting. */
    public static StateStore standard() {
        return with(AwsConnections.Patience.STANDARD);
    }

    static StateStore with(AwsConnections.Patience patience) {
        return new StateStore(new AwsConnections(patience));
    }

    /**
     * Reads a state from its first byte to its last, without keeping any of its values.
     *
     * @param location where the code says it lives
     * @param stackDirectory the directory the tool runs in
     * @param environment the variables the tool would be run with
     * @return its facts; empty if there is no state
     * @throws StateException if it cannot be read, or what is there is no state
     */
    public Optional<StateFacts> facts(StateLocation location, Path stackDirectory, Map<String, String> environment)
            throws StateException {
        return facts(StatePlace.of(location, stackDirectory, environment), environment, Visit.NONE);
    }

    /**
     * What changes whenever the state becomes another, found out as cheaply as that can be: equal to
     * {@link StateFacts#revision()} as long as the state is the one that was read.
     *
     * @return the revision; empty if there is no state
     * @throws StateException if it cannot be found out
     */
    public Optional<String> revision(StateLocation location, Path stackDirectory, Map<String, String> environment)
            throws StateException {
        return file(StatePlace.of(location, stackDirectory, environment)).revision();
    }

    /**
     * Who works on the state now.
     *
     * @return the lock; empty if nobody holds one, or the backend keeps none
     * @throws StateException if that cannot be found out
     */
    public Optional<StateLock> lock(StateLocation location, Path stackDirectory, Map<String, String> environment)
            throws StateException {
        return file(StatePlace.of(location, stackDirectory, environment)).lock();
    }

    /** Ends the connections. A store that is used again makes new ones. */
    @Override
    public void close() {
        connections.close();
    }

    StateFile file(StatePlace place) {
        return place instanceof StatePlace.InBucket bucket
                ? new BucketState(bucket, connections.to(bucket.access()))
                : new LocalState(((StatePlace.InFile) place).file());
    }

    Optional<StateFacts> facts(StatePlace place, Map<String, String> environment, Visit visit) throws StateException {
        Optional<StateFile.StateCopy> copy = file(place).read(visit);
        return copy.isPresent() ? Optional.of(facts(copy.get(), environment, visit)) : Optional.empty();
    }

    private StateFacts facts(StateFile.StateCopy copy, Map<String, String> environment, Visit visit)
            throws StateException {
        ReadState state = copy.state();
        if (state.envelope().isEmpty()) {
            return facts(copy, state.toolVersion(), state.content(), false);
        }
        try {
            ReadState clear = opened(state, state.envelope().get(), environment, visit);
            return facts(copy, clear.toolVersion(), clear.content(), true);
        } catch (NotDecryptedException closed) {
            String reason = "the state is encrypted and was not decrypted: " + closed.reason();
            return facts(copy, "", new StateContent.Hidden(reason), true);
        }
    }

    private ReadState opened(ReadState outside, Envelope envelope, Map<String, String> environment, Visit visit)
            throws NotDecryptedException, StateException {
        byte[] clear = decryption.open(envelope, environment);
        try {
            ReadState inside = StateReader.read(new ByteArrayInputStream(clear), visit)
                    .orElseThrow(() -> StateReader.unusable("is encrypted and holds nothing"));
            if (!inside.version().equals(outside.version())) {
                throw StateReader.unusable("is encrypted and is not the one it says it is");
            }
            return inside;
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static StateFacts facts(
            StateFile.StateCopy copy, String toolVersion, StateContent content, boolean encrypted) {
        return new StateFacts(copy.state().version(), toolVersion, content, encrypted, copy.revision(), copy.digest());
    }
}
