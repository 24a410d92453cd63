package dev.drift.it.embedding;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void libraryProgramOfTheReadmeIsTheOneThatIsCompiled() throws IOException {
        assertThat(JAVA.matcher(readme()).results().map(block -> block.group(1).strip()))
                .containsExactly(example());
    }

    @Test
    void everyLinkOfTheReadmeLeadsSomewhere() throws IOException {
        List<String> links =
                LINK.matcher(readme()).results().map(link -> link.group(1)).toList();

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String example() throws IOException {
        Path source = ROOT.resolve("drift-it/src/test/java/dev/drift/it/embedding/EmbeddingExample.java");
        return Files.readAllLines(source).stream()
                .dropWhile(line -> !line.contains("README: begin"))
                .skip(1)
                .takeWhile(line -> !line.contains("README: end"))
                .map(line -> line.isBlank() ? line : line.substring("        ".length()))
                .collect(joining("\n"));
    }
}
