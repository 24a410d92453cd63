package dev.drift.aws.provider;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders on this machine in which a package may lie, in the order in which they are searched. */
final class PackageLayouts {

    private PackageLayouts() {}

    /** What the stack itself was initialised with. */
    static Path ofStack(ProviderSearch search) {
        return CliConfiguration.variable(search, "TF_DATA_DIR")
                .flatMap(text -> CliConfiguration.path(search, text))
                .orElse(search.stackDirectory().resolve(".terraform"))
                .resolve("providers");
    }

    /** All: the stack's, the cache of plugins, the mirrors that are configured, those the tools look into unasked. */
    static List<Path> of(ProviderSearch search, CliConfiguration configuration) {
        List<Path> layouts = new ArrayList<>(List.of(ofStack(search)));
        configuration.pluginCache().ifPresent(layouts::add);
        layouts.addAll(configuration.mirrors());
        layouts.add(search.stackDirectory().resolve("terraform.d").resolve("plugins"));
        layouts.add(CliConfiguration.home(search).resolve(".terraform.d").resolve("plugins"));
        dataFolders(search)
                .flatMap(data -> Stream.of("terraform", "opentofu").map(data::resolve))
                .map(folder -> folder.resolve("plugins"))
                .forEach(layouts::add);
        return layouts.stream().distinct().toList();
    }

    private static Stream<Path> dataFolders(ProviderSearch search) {
        Path own = CliConfiguration.variable(search, "XDG_DATA_HOME")
                .flatMap(text -> CliConfiguration.path(search, text))
                .orElse(CliConfiguration.home(search).resolve(".local").resolve("share"));
        String shared = CliConfiguration.variable(search, "XDG_DATA_DIRS").orElse("/usr/local/share:/usr/share");
        return Stream.concat(
                Stream.of(own),
                Arrays.stream(shared.split(":"))
                        .map(text -> CliConfiguration.path(search, text))
                        .flatMap(Optional::stream));
    }
}
