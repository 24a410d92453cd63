package dev.drift.terramate.cloud.session;

import static java.util.Objects.requireNonNull;

import dev.drift.sink.Delivery;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.LogChannel;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.wire.CloudException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What Terramate Cloud is told of one stack. Every method returns at once; what it says is sent in the background, in order.
 * The first end counts. Safe for use by several threads.
 *
 * @param <S> how the run of the stack can end
 */
public final class StackSession<S> implements AutoCloseable {

    private final Track<S> track;
    private final Desk desk;
    private final Lane lane;
    private final LogBuffer log;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private final AtomicBoolean flushing = new AtomicBoolean();
    /** Changed by the lane only, one task at a time. */
    private volatile State state = State.WAITING;

    StackSession(Track<S> track, Desk desk) {
        this.track = track;
        this.desk = desk;
        this.lane = desk.lane();
        this.log = desk.log();
    }

    StackSession<S> begin() {
        lane.then(this::sayBegun);
        return this;
    }

    /** The run of the stack does not begin at all. */
    void skip() {
        ended.set(true);
        lane.then(() -> {
            Optional<String> failure = failure(track::skip);
            desk.over(this, told(failure));
        });
    }

    /** A tool printed a line. */
    public void print(LogChannel channel, String line) {
        requireNonNull(channel, "channel is null");
        if (!ended.get()) {
            log.add(channel, line);
            if (log.size() >= LogLine.MOST_AT_ONCE) {
                flush();
            }
        }
    }

    /** The run of the stack ended. */
    public void end(S status, Optional<Changeset> changeset) {
        requireNonNull(status, "status is null");
        if (ended.compareAndSet(false, true)) {
            Optional<Changeset> admitted = desk.ballast().admit(changeset);
            if (!admitted.equals(changeset)) {
                desk.tell(new Delivery.Undelivered(
                        "Terramate Cloud, plan of the " + track.name(), "too many plans wait to be sent"));
            }
            lane.then(() -> sayEnded(status, admitted));
        }
    }

    /** Ends the run of the stack as broken, if nobody ended it. Lines that still wait are not sent any more. */
    @Override
    public void close() {
        if (!ended.get()) {
            abandoned.set(true);
            log.clear();
            end(track.broken(), Optional.empty());
        }
    }

    @Override
    public String toString() {
        return track.name();
    }

    /** Sends the lines that wait, unless that is about to happen already. */
    void flush() {
        if (log.size() > 0 && flushing.compareAndSet(false, true)) {
            lane.then(() -> {
                flushing.set(false);
                sayPrinted(log.take());
                if (log.size() >= LogLine.MOST_AT_ONCE) {
                    flush();
                }
            });
        }
    }

    private void sayBegun() {
        if (abandoned.get()) {
            failure(track::skip);
            state = State.failed("the run was over before it began");
            return;
        }
        failure(() -> {
                    JournalEntry entry = track.begin();
                    desk.journal().note(entry);
                    state = new State(Optional.of(entry), Optional.empty(), true);
                })
                .ifPresent(reason -> state = State.failed(reason));
    }

    private void sayPrinted(List<LogLine> lines) {
        if (state.logging() && !lines.isEmpty()) {
            failure(() -> track.log(lines)).ifPresent(this::stopLogging);
        }
    }

    /** One lost batch tells more of the connection than of the batch; the end is more important than the rest of the log. */
    private void stopLogging(String reason) {
        state = new State(state.entry(), state.reason(), false);
        desk.tell(new Delivery.Undelivered("Terramate Cloud, log of the " + track.name(), reason));
    }

    private void sayEnded(S status, Optional<Changeset> changeset) {
        for (List<LogLine> rest = log.take(); !rest.isEmpty(); rest = log.take()) {
            sayPrinted(rest);
        }
        Delivery told = state.entry()
                .map(entry -> endedAs(status, changeset, entry.ending(track.word(status))))
                .orElseGet(() -> undelivered(state.reason().orElse("it was not begun")));
        desk.ballast().release(changeset);
        desk.over(this, told);
    }

    private Delivery endedAs(S status, Optional<Changeset> changeset, JournalEntry entry) {
        return told(failure(() -> {
            desk.journal().note(entry);
            track.end(status, changeset);
            desk.journal().forget(entry);
        }));
    }

    private Delivery told(Optional<String> failure) {
        return failure.<Delivery>map(this::undelivered).orElseGet(() -> new Delivery.Delivered(destination()));
    }

    Delivery undelivered(String reason) {
        return new Delivery.Undelivered(destination(), reason);
    }

    private String destination() {
        return "Terramate Cloud, " + track.name();
    }

    /** Why it could not be said, if it could not. */
    private static Optional<String> failure(Saying saying) {
        try {
            saying.say();
            return Optional.empty();
        } catch (CloudException refused) {
            return Optional.of(refused.reason());
        } catch (RuntimeException broken) {
            return Optional.of("it broke: " + broken.getClass().getName());
        }
    }

    @FunctionalInterface
    private interface Saying {
        void say() throws CloudException;
    }

    /**
     * How far a session has come.
     *
     * @param entry what was begun
     * @param reason why it could not be begun
     * @param logging whether lines are sent
     */
    private record State(Optional<JournalEntry> entry, Optional<String> reason, boolean logging) {
        private static final State WAITING = new State(Optional.empty(), Optional.empty(), false);

        private static State failed(String reason) {
            return new State(Optional.empty(), Optional.of(reason), false);
        }
    }
}
