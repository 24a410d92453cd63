package dev.drift.aws.shared;

import dev.drift.aws.provider.ProviderCallException;
import dev.drift.aws.provider.RunningProvider;
import io.grpc.Context;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A provider process at work. Once it is retired it takes no new calls, and ends when the last one is answered.
 */
final class Worker {

    private final RunningProvider process;
    private final Retirement retirement;
    private final long started;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private long lastUsed;
    private int underWay;
    private int reads;
    private boolean retired;

    Worker(RunningProvider process, Retirement retirement) {
        this.process = process;
        this.retirement = retirement;
        this.started = retirement.now();
        this.lastUsed = started;
    }

    int protocol() {
        return process.protocol();
    }

    /** Whether it is the caller's to configure: once. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Whether it is to be used for what comes next. One that is spent is retired by asking. */
    boolean isFit() {
        synchronized (this) {
            if (!retired && !retirement.isDue(reads, started) && process.isAlive()) {
                return true;
            }
        }
        retire();
        return false;
    }

    synchronized boolean isUnused() {
        return underWay == 0 && retirement.isUnused(lastUsed);
    }

    synchronized long lastUsed() {
        return lastUsed;
    }

    /** Comes in for one call; not possible once it is retired. */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        underWay++;
        lastUsed = retirement.now();
        return true;
    }

    /** Comes in for one call. */
    void require() throws Unanswered {
        if (!enter()) {
            throw Unanswered.unavailable("the shared provider was ended");
        }
    }

    /** Comes in, and has the call answered. */
    byte[] ask(ProviderCall call) throws Unanswered {
        require();
        try {
            return answer(call);
        } catch (ProviderCallException failed) {
            throw failed.isProviderLost()
                    ? Unanswered.unavailable("the shared provider " + failed.description())
                    : Unanswered.because(failed);
        }
    }

    /** The answer to the call of somebody who came in, and goes out by this. */
    byte[] answer(ProviderCall call) throws ProviderCallException {
        try {
            return process.call(call.name(), call.request());
        } catch (ProviderCallException failed) {
            // Whose stack ran out of time may have waited for a process that hangs.
            if (failed.isProviderLost() || Context.current().isCancelled()) {
                retire();
            }
            throw failed;
        } finally {
            leave(call.reads());
        }
    }

    void retire() {
        boolean over;
        synchronized (this) {
            retired = true;
            over = underWay == 0;
        }
        if (over) {
            process.close();
        }
    }

    /** Ends it now. */
    void close() {
        synchronized (this) {
            retired = true;
        }
        process.close();
    }

    private void leave(boolean read) {
        boolean over;
        synchronized (this) {
            underWay--;
            reads += read ? 1 : 0;
            lastUsed = retirement.now();
            over = retired && underWay == 0;
        }
        if (over) {
            process.close();
        }
    }
}
