package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

    @TempDir
    private Path directory;

    private HclFile parsed(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("a.tm.hcl"), bytes);
        return Hcl.parse(SourceFile.read(file, "a.tm.hcl", new HclLimits(100, 10)));
    }

    private HclFile parsed(String text) throws IOException {
        return parsed(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aByteOrderMarkIsNoCharacterOfTheFirstLine() throws IOException {
        HclFile file = parsed("\uFEFFa = b\n");

        Attribute a = file.body().attribute("a").orElseThrow();
        assertThat(a.span()).hasToString("a.tm.hcl:1:1");
        assertThat(a.expression().span().column()).isEqualTo(5);
    }

    @Test
    void carriageReturnsBelongToLineEnds() throws IOException {
        HclFile file = parsed("a = 1\r\n\r\nb = \"x\"\r\n");

        assertThat(file.body().attribute("b").orElseThrow().span()).hasToString("a.tm.hcl:3:1");
    }

    @Test
    void columnsCountCharactersAndNotTheirParts() throws IOException {
        HclFile file = parsed("a = [\"😀é\", x]\n");

        Expression.ListConstructor list = (Expression.ListConstructor)
                file.body().attribute("a").orElseThrow().expression();
        assertThat(list.items().get(1).span().column()).isEqualTo(12);
        assertThat(list.span().endColumn()).isEqualTo(14);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedExceptInComments() throws IOException {
        byte[] latin1 = "# caf\u00e9\na = 1\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(parsed(latin1).body().attributes()).containsOnlyKeys("a");

        byte[] inString = "a = \"caf\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> parsed(inString)).hasMessage("a.tm.hcl:1:9: The text is not valid UTF-8");
    }

    @Test
    void aReplacementCharacterThatSomebodyWroteIsText() throws IOException {
        assertThat(parsed("a = \"\uFFFD\"\n")
                        .body()
                        .attribute("a")
                        .orElseThrow()
                        .expression()
                        .literalText())
                .contains("\uFFFD");
    }

    @Test
    void aFileBeyondTheLimitIsRefusedWithoutBeingReadToItsEnd() {
        assertThatThrownBy(() -> parsed("#".repeat(101)))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessage("a.tm.hcl:1:1: The file is larger than the 100 characters allowed");
    }

    @Test
    void aMissingFileIsAnIoException() {
        assertThatThrownBy(() -> SourceFile.read(directory.resolve("none"), "none", HclLimits.standard()))
                .isInstanceOf(IOException.class);
    }
}
