package dev.drift.aws.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** One look for the package of a release: from the place nearest to the stack to what its tool can install. */
final class PackageSearch {

    private final ProviderRelease release;
    private final ProviderPackage wanted;
    private final ProviderSearch search;
    private final PackageStore store;
    private final Optional<PackageStore.Accepted> before;
    private final PackageCheck check;

    PackageSearch(ProviderRelease release, ProviderSearch search, PackageStore store) throws ProviderException {
        this.release = release;
        this.wanted = ProviderPackage.of(release);
        this.search = search;
        this.store = store;
        this.before = store.accepted(release);
        this.check =
                new PackageCheck(wanted, release.hashes(), before.map(PackageStore.Accepted::contents), store.hashes());
    }

    /** The verified program, whatever it takes to have it. */
    Path anywhere(Duration patience) throws ProviderException {
        CliConfiguration configuration = CliConfiguration.of(search);
        if (configuration.overrides(release.source())) {
            throw new ProviderException(wanted + " is replaced by a program of the user's own (dev_overrides)");
        }
        Optional<Path> here = onThisMachine(configuration);
        if (here.isPresent()) {
            return here.get();
        }
        if (check.isDecisive() && check.refusal().isPresent()) {
            throw notWhatWasLocked();
        }
        return installed(patience);
    }

    /** The program in the stack's own folder, if it is there and accepted. */
    Optional<Path> inStack() {
        return check.programIn(wanted.folderIn(PackageLayouts.ofStack(search)));
    }

    private Optional<Path> onThisMachine(CliConfiguration configuration) throws ProviderException {
        for (Path layout : PackageLayouts.of(search, configuration)) {
            Optional<Path> program = check.programIn(wanted.folderIn(layout));
            if (program.isEmpty() && check.acceptsArchive(wanted.archiveIn(layout))) {
                program = Optional.of(unpacked(wanted.archiveIn(layout)));
            }
            if (program.isPresent()) {
                return program;
            }
        }
        return Stream.concat(
                        check.contents().map(contents -> store.folder(wanted, contents)),
                        before.map(PackageStore.Accepted::folder).stream())
                .flatMap(folder -> check.programIn(folder).stream())
                .findFirst();
    }

    private Path unpacked(Path archive) throws ProviderException {
        return brought(incoming -> {
            Path folder = Files.createDirectories(incoming.resolve("package"));
            PackedPackage.unpack(archive, folder);
            return folder;
        });
    }

    private Path installed(Duration patience) throws ProviderException {
        return brought(incoming -> new ToolInstallation(wanted, search, patience).into(incoming, release.hashes()));
    }

    /** Keeps what was brought, in Drift's cache if it does not lie somewhere for good already. */
    private Path brought(Bringing bringing) throws ProviderException {
        try (PrivateFolder incoming = store.incoming()) {
            Path folder = bringing.into(incoming.path());
            String contents = PackageHash.ofFolder(folder);
            if (!check.acceptsInstalled(folder, contents)) {
                throw notWhatWasLocked();
            }
            Path kept =
                    folder.startsWith(incoming.path().toRealPath()) ? store.adopt(wanted, folder, contents) : folder;
            store.accept(release, new PackageStore.Accepted(kept, contents));
            return wanted.programIn(kept)
                    .orElseThrow(() -> new ProviderException("The package of " + wanted + " holds no program"));
        } catch (IOException unwritable) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ProviderException("Interrupted while " + wanted + " was looked for", unwritable);
            }
            throw new ProviderException(
                    wanted + " cannot be brought into Drift's cache: " + unwritable.getMessage(), unwritable);
        }
    }

    private ProviderException notWhatWasLocked() {
        return new ProviderException(
                wanted + " is not what was locked: " + check.refusal().orElse("no hash of the lock file agrees"));
    }

    /** Brings a package into a folder and tells where it then lies. */
    private interface Bringing {
        Path into(Path incoming) throws IOException, ProviderException;
    }
}
