package dev.drift.aws.shared;

import io.grpc.Context;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waiting for what others do, as long as the caller of the current context of gRPC waits for us. */
final class Waiting {

    private Waiting() {}

    /** What the future comes to. */
    static <T> T until(CompletableFuture<T> future) throws Unanswered {
        CompletableFuture<T> mine = future.copy();
        Context context = Context.current();
        Context.CancellationListener gone = cancelled -> mine.cancel(false);
        context.addListener(gone, Runnable::run);
        try {
            return mine.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Unanswered.cancelled();
        } catch (CancellationException left) {
            throw Unanswered.cancelled();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Unanswered told) {
                throw told;
            }
            throw new IllegalStateException("What was waited for broke", failed.getCause());
        } finally {
            context.removeListener(gone);
        }
    }
}
