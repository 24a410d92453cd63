package dev.drift.aws.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds packages against the hashes of a lock file. What it refuses is never run; it keeps the reason of the first refusal. A
 * package of whose kind the lock file has no hash cannot be told, so it is not accepted either.
 */
final class PackageCheck {

    private final ProviderPackage wanted;
    private final Set<String> locked;
    private final Optional<String> known;
    private final FolderHashes hashes;
    private final Set<Path> seen = new HashSet<>();
    private Optional<String> refusal = Optional.empty();

    /**
     * @param locked the hashes of the lock file
     * @param known the contents that a tool found to agree with exactly these hashes, if one was asked before
     * @param hashes of packages that were read before
     */
    PackageCheck(ProviderPackage wanted, Set<String> locked, Optional<String> known, FolderHashes hashes) {
        this.wanted = wanted;
        this.locked = locked;
        this.known = known;
        this.hashes = hashes;
    }

    /** The hashes of contents that are accepted. */
    Stream<String> contents() {
        return Stream.concat(locked(PackageHash.CONTENTS), known.stream()).distinct();
    }

    /** The program in an unpacked package, if the package is there and accepted. */
    Optional<Path> programIn(Path folder) {
        try {
            return contents().findAny().isPresent() && isNew(folder)
                    ? verified(folder, folder.toRealPath())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Path> verified(Path folder, Path unpacked) throws IOException {
        Optional<Path> program = wanted.programIn(unpacked);
        return program.isPresent() && accepts(folder, hashes.of(unpacked)) ? program : Optional.empty();
    }

    /** Whether a packed package is there and accepted, by either kind of hash. */
    boolean acceptsArchive(Path archive) {
        try {
            return isNew(archive) && (acceptsPacked(archive) || acceptsPackedContents(archive));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean acceptsPacked(Path archive) throws IOException {
        return isLocked(PackageHash.ARCHIVE) && accepts(archive, PackageHash.ofArchive(archive));
    }

    private boolean acceptsPackedContents(Path archive) throws IOException {
        return contents().findAny().isPresent() && accepts(archive, PackageHash.ofContents(archive));
    }

    /** Whether the lock file agrees with what the tool installed by it; the tool also saw the packed form. */
    boolean acceptsInstalled(Path folder, String contents) {
        return isLocked(PackageHash.ARCHIVE) || !isLocked(PackageHash.CONTENTS) || accepts(folder, contents);
    }

    Optional<String> refusal() {
        return refusal;
    }

    /** Whether every package of this machine can be told by its contents, so that a tool could not know better. */
    boolean isDecisive() {
        return isLocked(PackageHash.CONTENTS) && !isLocked(PackageHash.ARCHIVE);
    }

    private boolean accepts(Path place, String hash) {
        boolean accepted = locked.contains(hash) || known.filter(hash::equals).isPresent();
        if (!accepted && refusal.isEmpty()) {
            String scheme = hash.substring(0, PackageHash.CONTENTS.length());
            refusal = Optional.of(place + " has " + hash + ", the lock file accepts "
                    + locked(scheme).sorted().limit(2).collect(Collectors.joining(" or ")));
        }
        return accepted;
    }

    private boolean isNew(Path place) throws IOException {
        return Files.exists(place) && seen.add(place.toRealPath());
    }

    private boolean isLocked(String scheme) {
        return locked(scheme).findAny().isPresent();
    }

    private Stream<String> locked(String scheme) {
        return locked.stream().filter(hash -> hash.startsWith(scheme));
    }
}
