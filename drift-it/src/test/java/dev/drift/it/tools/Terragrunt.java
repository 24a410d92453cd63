package dev.drift.it.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Builds Terragrunt with the {@code replace} directives and checksums of its own module: one of its dependencies has
 * vanished from its first home, and the checksum of another cannot be looked up.
 */
record Terragrunt(String version) implements Recipe {

    private static final String MODULE = "github.com/gruntwork-io/terragrunt";
    private static final Pattern REPLACEMENTS =
            Pattern.compile("^replace (\\((?s:.*?)^\\)|[^(\\n]+)$", Pattern.MULTILINE);

    @Override
    public void install(Path folder) throws IOException, InterruptedException {
        try (ZipFile module = new ZipFile(downloaded().toFile())) {
            List<String> replacements = REPLACEMENTS
                    .matcher(text(module, "go.mod"))
                    .results()
                    .map(found -> found.group())
                    .toList();
            new GoModule(MODULE, version, List.of(), replacements).build(folder, text(module, "go.sum"));
        }
    }

    private Path downloaded() throws IOException, InterruptedException {
        Path empty = Files.createTempDirectory("go-download");
        try {
            Files.writeString(empty.resolve("go.mod"), "module drift.dev/download\n\ngo 1.25\n");
            return downloadedBy(empty);
        } finally {
            FileTree.remove(empty);
        }
    }

    private Path downloadedBy(Path empty) throws IOException, InterruptedException {
        String json = Command.of("go", "mod", "download", "-json", MODULE + "@" + version)
                .in(empty)
                .output();
        Matcher zip = Pattern.compile("\"Zip\": \"([^\"]+)\"").matcher(json);
        if (!zip.find()) {
            throw new IOException(
                    "go mod download names no archive: " + json.lines().collect(joining(" ")));
        }
        return Path.of(zip.group(1));
    }

    private String text(ZipFile module, String file) throws IOException {
        var entry = module.getEntry(MODULE + "@" + version + "/" + file);
        if (entry == null) {
            throw new IOException(file + " is missing in " + module.getName());
        }
        return new String(module.getInputStream(entry).readAllBytes(), UTF_8);
    }
}
