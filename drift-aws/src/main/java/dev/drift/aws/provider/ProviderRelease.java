package dev.drift.aws.provider;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One version of one provider, as a lock file pins it.
 *
 * @param source the full address, such as {@code registry.terraform.io/hashicorp/aws}
 * @param version the locked version, without a leading {@code v}
 * @param hashes the packages to accept, as the lock file spells them ({@code h1:…}, {@code zh:…}), sorted; any of them may
 *     match
 */
public record ProviderRelease(String source, String version, Set<String> hashes) {

    public ProviderRelease {
        requireNonNull(source, "source is null");
        requireNonNull(version, "version is null");
        hashes = Collections.unmodifiableSet(new TreeSet<>(hashes));
    }
}
