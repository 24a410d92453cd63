package dev.drift.aws.provider;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A provider as a process: its folder, its streams, its handshake and its end. */
final class ProviderProcess implements AutoCloseable {

    /** What it printed before it ended is heard a moment later. */
    private static final Duration STRAGGLING_OUTPUT = Duration.ofSeconds(1);

    private final PrivateFolder folder;
    private final WatchedProcess process;
    private final LastWords lastWords = new LastWords();
    private final CompletableFuture<Optional<String>> firstLine = new CompletableFuture<>();
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.RUNNING);

    private ProviderProcess(PrivateFolder folder, WatchedProcess process) {
        this.folder = folder;
        this.process = process;
    }

    static ProviderProcess start(Path program, Map<String, String> environment) throws ProviderException {
        PrivateFolder folder = SocketFolders.open(environment);
        try {
            WatchedProcess process = WatchedProcess.start(
                    List.of(program.toAbsolutePath().toString()),
                    folder.path(),
                    ProviderEnvironment.in(folder.path(), environment),
                    Optional.of(folder.path()));
            ProviderProcess started = new ProviderProcess(folder, process);
            started.listen();
            return started;
        } catch (IOException unusable) {
            folder.close();
            throw new ProviderException("The provider cannot be started: " + unusable.getMessage(), unusable);
        } catch (IllegalArgumentException unusable) {
            folder.close();
            throw new ProviderException("The provider cannot be started in an environment like this", unusable);
        }
    }

    private void listen() {
        Process started = process.process();
        LineDrain.start(
                "drift-provider-output",
                started.getInputStream(),
                line -> firstLine.complete(Optional.of(line)),
                () -> firstLine.complete(Optional.empty()));
        LineDrain.start("drift-provider-errors", started.getErrorStream(), lastWords::hear, lastWords::end);
    }

    /** Waits until the provider says where it listens: in its own folder, nowhere else. */
    Handshake handshake(Duration patience) throws ProviderException, InterruptedException {
        try {
            Handshake handshake = Handshake.parse(
                    firstLine.get(patience.toMillis(), MILLISECONDS).orElseThrow(this::endedEarly));
            if (!handshake.socket().toRealPath().startsWith(folder.path().toRealPath())) {
                throw new ProviderException("The provider listens outside of the folder it was given");
            }
            return handshake;
        } catch (TimeoutException late) {
            throw process.isAlive()
                    ? new ProviderException(
                            "The provider did not shake hands within " + patience.toSeconds() + " seconds", late)
                    : endedEarly();
        } catch (ExecutionException | IOException nowhere) {
            throw new ProviderException("The provider does not listen where it says", nowhere);
        }
    }

    private ProviderException endedEarly() {
        return new ProviderException("The provider "
                + ending().map(how -> "ended before it shook hands (" + how + ")")
                        .orElse("closed its output"));
    }

    /** How it ended, once it has. */
    Optional<String> ending() {
        return process.endsWithin(STRAGGLING_OUTPUT)
                ? Optional.of("exit code " + process.process().exitValue()
                        + lastWords
                                .crash(STRAGGLING_OUTPUT)
                                .map(kind -> ", " + kind)
                                .orElse(""))
                : Optional.empty();
    }

    long pid() {
        return process.process().pid();
    }

    boolean isAlive() {
        return fate.get() == Fate.RUNNING && process.isAlive();
    }

    /** Whether it ended by itself, or does within this time; what {@link #close} does to it does not count. */
    boolean diesWithin(Duration patience) {
        if (fate.get() == Fate.RUNNING && process.endsWithin(patience)) {
            fate.compareAndSet(Fate.RUNNING, Fate.DIED);
        }
        return fate.get() == Fate.DIED;
    }

    /** Calls that failed when it died may be judged after somebody has closed it, so how it ended is written down first. */
    @Override
    public void close() {
        fate.compareAndSet(Fate.RUNNING, process.isAlive() ? Fate.CLOSED : Fate.DIED);
        process.close();
        folder.close();
    }

    private enum Fate {
        RUNNING,
        DIED,
        CLOSED
    }
}
