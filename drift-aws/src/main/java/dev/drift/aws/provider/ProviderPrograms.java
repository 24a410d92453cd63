package dev.drift.aws.provider;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the program of a locked provider and verifies it: in the stack's own data folder, the cache of plugins, the mirrors
 * of the user's configuration and those the tools look into unasked, then Drift's own cache. What is nowhere, or cannot be
 * told by the hashes of the lock file, is installed by one {@code init} of the stack's tool, away from the stack, into Drift's
 * cache, where later runs find it.
 *
 * <p>A program is handed out only if a hash of the lock file agrees with its package, or the tool itself installed it by that
 * lock file. Safe for use by several threads; a release is looked for once, and who else asks for it waits.
 */
public final class ProviderPrograms {

    private final PackageStore store;
    private final Map<ProviderRelease, ReleaseSearch> searches = new ConcurrentHashMap<>();

    private ProviderPrograms(PackageStore store) {
        this.store = store;
    }

    /** With Drift's own cache in this folder, which is made when it is needed. */
    public static ProviderPrograms cachedIn(Path cache) {
        return new ProviderPrograms(new PackageStore(cache.toAbsolutePath().normalize()));
    }

    /**
     * The verified program of a release. The first call for a release reads the whole package, some 700 MB for AWS, unless an
     * earlier run did and no file of it was touched since; it may install it, which takes at most five minutes.
     *
     * @throws ProviderException if it cannot be had, or is not what was locked; also if the thread is interrupted, which then
     *     stays so
     */
    public Path program(ProviderRelease release, ProviderSearch search) throws ProviderException {
        return searches.computeIfAbsent(release, wanted -> new ReleaseSearch(wanted, store))
                .program(search);
    }
}
