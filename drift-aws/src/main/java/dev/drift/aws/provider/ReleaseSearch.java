package dev.drift.aws.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The search for one release: done once, by the first who asks, while the others wait. A failure is remembered too, but who
 * asks after it gets his own stack's package looked at, which the first could not know of.
 */
final class ReleaseSearch {

    private static final Duration INIT = Duration.ofMinutes(5);

    private final ProviderRelease release;
    private final PackageStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Path> looked = new HashSet<>();
    private Optional<Path> found = Optional.empty();
    private Optional<ProviderException> failure = Optional.empty();

    ReleaseSearch(ProviderRelease release, PackageStore store) {
        this.release = release;
        this.store = store;
    }

    Path program(ProviderSearch search) throws ProviderException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProviderException("Interrupted while a provider was looked for", interrupted);
        }
        try {
            if (found.filter(Files::isExecutable).isEmpty()) {
                found = Optional.of(failure.isPresent() ? again(search, failure.get()) : first(search));
            }
            return found.get();
        } finally {
            lock.unlock();
        }
    }

    private Path first(ProviderSearch search) throws ProviderException {
        looked.add(search.stackDirectory());
        try {
            return new PackageSearch(release, search, store).anywhere(INIT);
        } catch (ProviderException failed) {
            // Who was interrupted has not found out anything.
            failure = Optional.of(failed).filter(told -> !Thread.currentThread().isInterrupted());
            throw failed;
        }
    }

    private Path again(ProviderSearch search, ProviderException before) throws ProviderException {
        if (looked.add(search.stackDirectory())) {
            Optional<Path> own = new PackageSearch(release, search, store).inStack();
            if (own.isPresent()) {
                return own.get();
            }
        }
        throw new ProviderException(String.valueOf(before.getMessage()), before);
    }
}
