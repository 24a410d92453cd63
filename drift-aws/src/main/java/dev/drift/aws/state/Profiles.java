package dev.drift.aws.state;

import dev.drift.aws.state.StateException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The shared configuration files of AWS, as the tool would see them.
 *
 * @param file all of them together
 * @param name the profile in use
 */
record Profiles(ProfileFile file, String name) {

    private static final String DEFAULT = "default";

    /** The files that the settings or the environment name, else those in the home directory. */
    static Profiles of(Settings settings) throws StateException {
        ProfileFile.Aggregator all = ProfileFile.aggregator();
        try {
            files(
                            settings,
                            "shared_credentials_file",
                            "AWS_SHARED_CREDENTIALS_FILE",
                            "AWS_SHARED_CREDENTIALS_FILE",
                            "credentials")
                    .forEach(path -> all.addFile(parsed(path, ProfileFile.Type.CREDENTIALS)));
            files(settings, "shared_config_file", "AWS_SHARED_CONFIG_FILE", "AWS_CONFIG_FILE", "config")
                    .forEach(path -> all.addFile(parsed(path, ProfileFile.Type.CONFIGURATION)));
            return new Profiles(all.build(), named(settings));
        } catch (IllegalArgumentException | java.io.UncheckedIOException broken) {
            throw new StateException(Kind.DENIED, "the shared configuration files of AWS cannot be read");
        }
    }

    Optional<Profile> inUse() {
        return file.profile(name);
    }

    /** The region of the settings, the environment or the profile. */
    String region(Settings settings) throws StateException {
        return settings.text("region")
                .or(() -> settings.variable("AWS_REGION", "AWS_DEFAULT_REGION"))
                .or(() -> inUse().flatMap(profile -> profile.property("region")))
                .orElseThrow(() -> Settings.undetermined("region", "is not written in the code"));
    }

    /** Lets a client look up here what it looks up in profiles. */
    ClientOverrideConfiguration.Builder over(ClientOverrideConfiguration.Builder configuration) {
        return configuration.defaultProfileFile(file).defaultProfileName(name);
    }

    /** The files hold keys, so only the name is printed. */
    @Override
    public String toString() {
        return name;
    }

    private static String named(Settings settings) {
        return settings.text("profile")
                .or(() -> settings.variable("AWS_PROFILE", "AWS_DEFAULT_PROFILE"))
                .orElse(DEFAULT);
    }

    private static ProfileFile parsed(Path path, ProfileFile.Type type) {
        return ProfileFile.builder().content(path).type(type).build();
    }

    /** Of several files the last one holds, which the aggregation wants first. */
    private static List<Path> files(Settings settings, String setting, String first, String second, String usual) {
        List<String> written = settings.list(setting + "s");
        String home = settings.variable("HOME").orElse(System.getProperty("user.home", ""));
        List<String> names = written.isEmpty()
                ? Stream.of(settings.text(setting)
                                .or(() -> settings.variable(first, second))
                                .orElse(home + "/.aws/" + usual))
                        .toList()
                : written;
        return Stream.iterate(names.size() - 1, place -> place >= 0, place -> place - 1)
                .map(names::get)
                .map(name -> Path.of(name.startsWith("~/") ? home + name.substring(1) : name))
                .filter(Files::isRegularFile)
                .toList();
    }
}
