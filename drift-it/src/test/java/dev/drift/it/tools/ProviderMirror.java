package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that holds the AWS provider unpacked, so that nobody downloads it 20 times, or at all.
 *
 * <p>The place is {@code DRIFT_PROVIDER_MIRROR}; else one of the folders Terraform itself would look at; else a folder
 * of {@code /opt}. Where there is none the provider comes from the registry.
 */
public record ProviderMirror(Path folder) {

    private static final Path AWS = Path.of("registry.terraform.io", "hashicorp", "aws");

    public ProviderMirror {
        requireNonNull(folder, "folder is null");
    }

    public static Optional<ProviderMirror> find() throws IOException {
        return places().filter(place -> Files.isDirectory(place.resolve(AWS)))
                .map(ProviderMirror::new)
                .findFirst();
    }

    /**
     * Writes a CLI configuration that takes the provider from here, for Terraform and for OpenTofu, which asks for it
     * under the name of its own registry.
     *
     * @param folder for the file and the links it needs
     * @return the file, for {@code TF_CLI_CONFIG_FILE}
     */
    public Path configure(Path folder) throws IOException {
        Path links = folder.resolve("providers");
        for (Path release : releases()) {
            for (String registry : List.of("registry.terraform.io", "registry.opentofu.org")) {
                Path version = links.resolve(registry).resolve("hashicorp/aws").resolve(name(release.getParent()));
                Files.createDirectories(version);
                Files.createSymbolicLink(version.resolve(name(release)), release);
            }
        }
        return Files.writeString(folder.resolve("terraform.rc"), """
                disable_checkpoint = true

                provider_installation {
                  filesystem_mirror {
                    path = "%s"
                  }
                }
                """.formatted(links));
    }

    /** A configuration for a machine without a mirror: everything by default, except what {@link #add} adds. */
    public static Path configureWithout(Path folder) throws IOException {
        Path links = Files.createDirectories(folder.resolve("providers"));
        return Files.writeString(folder.resolve("terraform.rc"), """
                disable_checkpoint = true

                provider_installation {
                  filesystem_mirror {
                    path    = "%s"
                    include = ["example.org/*/*"]
                  }
                  direct {
                    exclude = ["example.org/*/*"]
                  }
                }
                """.formatted(links));
    }

    /**
     * Adds a provider of our own to a folder that was configured.
     *
     * @param source such as {@code example.org/acme/notebook}
     */
    public static void add(Path folder, String source, String version, Path program)
            throws IOException, InterruptedException {
        String platform =
                Command.of("go", "env", "GOOS", "GOARCH").output().strip().replace('\n', '_');
        Path release = Files.createDirectories(
                folder.resolve("providers").resolve(source).resolve(version).resolve(platform));
        String type = source.substring(source.lastIndexOf('/') + 1);
        Files.copy(program, release.resolve("terraform-provider-%s_v%s".formatted(type, version)));
    }

    /** One folder per version and platform. Terraform follows a link only at this depth. */
    private List<Path> releases() throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve(AWS), 2)) {
            return paths.filter(path -> folder.resolve(AWS).relativize(path).getNameCount() == 2)
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static Stream<Path> places() throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        Stream<Path> named =
                Stream.ofNullable(System.getenv("DRIFT_PROVIDER_MIRROR")).map(Path::of);
        Stream<Path> implied = Stream.of(
                home.resolve(".terraform.d/plugins"),
                home.resolve(".local/share/terraform/plugins"),
                Path.of("/usr/local/share/terraform/plugins"),
                Path.of("/usr/share/terraform/plugins"));
        return Stream.of(named, implied, belowOpt().stream()).flatMap(places -> places);
    }

    private static List<Path> belowOpt() throws IOException {
        Path opt = Path.of("/opt");
        if (!Files.isDirectory(opt)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(opt)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String name(Path path) {
        return Objects.requireNonNull(path.getFileName(), "path has no name").toString();
    }
}
