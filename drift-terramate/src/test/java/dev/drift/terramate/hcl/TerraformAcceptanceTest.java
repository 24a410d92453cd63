package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Terraform's own parser takes is taken, what it refuses is refused. */
class TerraformAcceptanceTest {

    private static final Pattern SEPARATOR = Pattern.compile("(?m)^=== ");

    @TempDir
    private Path directory;

    @Test
    void everySnippetIsTakenOrRefusedAsTerraformDoes() throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "terraform")));
        if (!installed && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI has no terraform on its PATH, so nothing was compared");
        }
        if (!installed) {
            System.out.println("Skipped: no terraform on the PATH to compare the HCL reader with");
        }
        assumeTrue(installed, "no terraform on the PATH");

        Map<String, String> snippets = snippets();
        assertThat(snippets).hasSizeGreaterThan(80);

        assertThat(verdictsOfOurs(snippets)).isEqualTo(verdictsOfTerraform(snippets));
    }

    @Test
    void everySnippetIsTakenOrRefusedAsItsNameSays() throws IOException {
        verdictsOfOurs(snippets())
                .forEach((name, taken) -> assertThat(taken).as(name).isEqualTo(name.startsWith("valid")));
    }

    private static Map<String, Boolean> verdictsOfOurs(Map<String, String> snippets) {
        Map<String, Boolean> verdicts = new LinkedHashMap<>();
        snippets.forEach((name, text) -> verdicts.put(name, isTaken(name, text)));
        return verdicts;
    }

    private static boolean isTaken(String name, String text) {
        try {
            Hcl.parse(name, text);
            return true;
        } catch (HclSyntaxException e) {
            return false;
        }
    }

    /** One process for all: it names every file that it cannot parse. */
    private Map<String, Boolean> verdictsOfTerraform(Map<String, String> snippets)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> snippet : snippets.entrySet()) {
            Files.writeString(directory.resolve(snippet.getKey() + ".tf"), snippet.getValue());
        }
        Path output = directory.resolve("output.txt");
        ProcessBuilder fmt = new ProcessBuilder("terraform", "fmt", "-no-color", "-list=false", "-write=false", ".")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        fmt.environment().put("CHECKPOINT_DISABLE", "1");
        Process process = fmt.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String complaints = Files.readString(output);
        Map<String, Boolean> verdicts = new LinkedHashMap<>();
        snippets.keySet().forEach(name -> verdicts.put(name, !complaints.contains("on " + name + ".tf line ")));
        return verdicts;
    }

    /** By name, which begins with {@code valid} or {@code invalid}. */
    private static Map<String, String> snippets() throws IOException {
        Map<String, String> snippets = new LinkedHashMap<>();
        for (String part : SEPARATOR.splitAsStream(resource()).toList()) {
            if (!part.isEmpty()) {
                int lineEnd = part.indexOf('\n');
                String name = part.substring(0, lineEnd).replace(' ', '-');
                String text = part.substring(lineEnd + 1).replace("<CR>", "\r").replace("<BOM>", "\uFEFF");
                snippets.put(name, text.replace("<CUT>\n", ""));
            }
        }
        return snippets;
    }

    private static String resource() throws IOException {
        try (InputStream in = TerraformAcceptanceTest.class.getResourceAsStream("snippets.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
