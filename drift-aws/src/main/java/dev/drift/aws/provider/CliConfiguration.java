package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the user's configuration of the command line says of where providers are: the file that {@code TF_CLI_CONFIG_FILE}
 * names, else those in the home directory.
 */
final class CliConfiguration {

    private static final int LONGEST_FILE = 1024 * 1024;
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");
    private static final String OVERRIDES = "provider_installation/dev_overrides/";
    private static final String MIRROR = "provider_installation/filesystem_mirror/path";

    private final ProviderSearch search;
    private final List<CliSettings.Setting> settings;

    private CliConfiguration(ProviderSearch search, List<CliSettings.Setting> settings) {
        this.search = search;
        this.settings = settings;
    }

    static CliConfiguration of(ProviderSearch search) {
        List<CliSettings.Setting> settings = files(search)
                .map(CliConfiguration::text)
                .flatMap(text -> CliSettings.read(text).stream())
                .toList();
        return new CliConfiguration(search, settings);
    }

    /** The folder that the tool shares packages in, if there is one. */
    Optional<Path> pluginCache() {
        return variable(search, "TF_PLUGIN_CACHE_DIR")
                .or(() -> values("plugin_cache_dir").findFirst().map(this::expanded))
                .flatMap(text -> path(search, text));
    }

    List<Path> mirrors() {
        return values(MIRROR).flatMap(text -> path(search, text).stream()).toList();
    }

    /** Whether a program of the user's own takes the place of every version of that provider. */
    boolean overrides(String source) {
        return settings.stream()
                .map(CliSettings.Setting::path)
                .filter(path -> path.startsWith(OVERRIDES))
                .map(path -> path.substring(OVERRIDES.length()))
                .anyMatch(overridden -> source.equals(overridden) || source.endsWith("/" + overridden));
    }

    private Stream<String> values(String path) {
        return settings.stream().filter(setting -> setting.path().equals(path)).map(CliSettings.Setting::value);
    }

    /** As the tools do it with that one folder: variables are replaced, those not set by nothing. */
    private String expanded(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = Optional.ofNullable(found.group(1)).orElse(found.group(2));
            return Matcher.quoteReplacement(search.environment().getOrDefault(name, ""));
        });
    }

    private static Stream<Path> files(ProviderSearch search) {
        Optional<String> named = variable(search, "TF_CLI_CONFIG_FILE");
        return named.isPresent()
                ? path(search, named.get()).stream()
                : Stream.of(".terraformrc", ".tofurc").map(home(search)::resolve);
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE
                    ? new String(Files.readAllBytes(file), UTF_8)
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    static Path home(ProviderSearch search) {
        return variable(search, "HOME")
                .flatMap(text -> path(search, text))
                .orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    static Optional<String> variable(ProviderSearch search, String name) {
        return Optional.ofNullable(search.environment().get(name)).filter(value -> !value.isEmpty());
    }

    /** A relative path is meant from where the tool runs. */
    static Optional<Path> path(ProviderSearch search, String text) {
        try {
            return Optional.of(search.stackDirectory().resolve(text).normalize());
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
