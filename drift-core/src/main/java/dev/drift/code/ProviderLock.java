package dev.drift.code;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the dependency lock file says of a provider.
 *
 * @param version the version to use
 * @param hashes the packages to accept, as the lock file spells them ({@code h1:…}, {@code zh:…}), sorted; any of them may
 *     match
 */
public record ProviderLock(String version, Set<String> hashes) {
    public ProviderLock {
        requireNonNull(version, "version is null");
        hashes = Collections.unmodifiableSet(new TreeSet<>(hashes));
    }
}
