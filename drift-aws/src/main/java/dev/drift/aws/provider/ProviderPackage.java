package dev.drift.aws.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The package of a release for this machine, and its place in the layout that mirrors, plugin caches and data folders of
 * Terraform and OpenTofu share.
 *
 * @param source the full address: host, namespace and type
 * @param version the version
 * @param platform such as {@code linux_amd64}
 */
record ProviderPackage(String source, String version, String platform) {

    private static final Pattern SOURCE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.:-]*(/[0-9A-Za-z][0-9A-Za-z_-]*){2}");
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.+-]*");
    private static final Pattern HASH = Pattern.compile("[0-9a-z]+:[0-9A-Za-z+/=]+");

    /** The package of a release. What comes from a lock file becomes a path and code, so odd text is refused. */
    static ProviderPackage of(ProviderRelease release) throws ProviderException {
        if (!SOURCE.matcher(release.source()).matches()
                || !VERSION.matcher(release.version()).matches()
                || !release.hashes().stream().allMatch(HASH.asMatchPredicate())) {
            throw new ProviderException("The lock file names a provider, version or hash that none can have");
        }
        return new ProviderPackage(release.source(), release.version(), operatingSystem() + "_" + architecture());
    }

    /** The unpacked form in a layout. */
    Path folderIn(Path layout) {
        return layout.resolve(source).resolve(version).resolve(platform);
    }

    /** The packed form in a layout. */
    Path archiveIn(Path layout) {
        return layout.resolve(source).resolve("terraform-provider-" + type() + "_" + version + "_" + platform + ".zip");
    }

    /** The program in an unpacked package, by the rule of the tools: named after the type, then nothing, a dash or a dot. */
    Optional<Path> programIn(Path folder) throws IOException {
        String name = "terraform-provider-" + type();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isNamed(file.getFileName().toString(), name))
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .sorted()
                    .findFirst();
        }
    }

    /** For people. */
    @Override
    public String toString() {
        return source + " " + version;
    }

    private String type() {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private static boolean isNamed(String file, String name) {
        return file.equals(name) || file.startsWith(name + "_") || file.startsWith(name + ".");
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "x86_64", "x64" -> "amd64";
            case "aarch64" -> "arm64";
            case "x86", "i386", "i486", "i586", "i686" -> "386";
            default -> name;
        };
    }
}
