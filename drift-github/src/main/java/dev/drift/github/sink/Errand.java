package dev.drift.github.sink;

import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something on GitHub that is begun and ended in the background, one after the other, by a thread that keeps nobody alive. */
final class Errand {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread courier = new Thread(task, "github-deployment");
        courier.setDaemon(true);
        return courier;
    });
    private final Future<String> begin;
    private volatile Future<String> last;

    /** Makes something, marked by a key of its own, and says by what it is known from then on. */
    @FunctionalInterface
    interface Begin {
        String begin(String key) throws GitHubException;
    }

    /** Ends what is known by that. */
    @FunctionalInterface
    interface End {
        void end(String id) throws GitHubException;
    }

    private Errand(Begin begin) {
        String key = UUID.randomUUID().toString();
        this.begin = thread.submit(() -> begin.begin(key));
        this.last = this.begin;
    }

    static Errand begun(Begin begin) {
        return new Errand(begin);
    }

    /** Ends it once it is begun; what was never begun has no end. */
    void end(End end) {
        last = thread.submit(() -> {
            String id = begin.get();
            end.end(id);
            return id;
        });
        thread.shutdown();
    }

    /** Waits until all of it is over. */
    void await() throws GitHubException {
        try {
            last.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw told(failed);
        } catch (TimeoutException late) {
            throw new GitHubException(GitHubFault.UNREACHABLE, "GitHub took too long", false);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new GitHubException(GitHubFault.UNREACHABLE, "There was no time to tell GitHub", false);
        } finally {
            thread.shutdownNow();
        }
    }

    private static GitHubException told(Throwable failed) {
        Throwable cause = failed;
        while (cause instanceof ExecutionException && cause.getCause() instanceof Exception earlier) {
            cause = earlier;
        }
        return cause instanceof GitHubException told
                ? told
                : new GitHubException(
                        GitHubFault.GARBLED,
                        "GitHub could not be told: " + cause.getClass().getSimpleName(),
                        false);
    }
}
