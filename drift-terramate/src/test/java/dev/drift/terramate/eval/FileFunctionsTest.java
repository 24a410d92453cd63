package dev.drift.terramate.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.terramate.hcl.Hcl;
import dev.drift.terramate.hcl.HclLimits;
import dev.drift.terramate.hcl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFunctionsTest {

    @TempDir
    private Path directory;

    private HclValue evaluated(String text) {
        return Evaluator.evaluate(
                Hcl.parseExpression(SourceFile.of("e", text), HclLimits.standard()),
                Scope.of(FunctionTable.terramate(directory)));
    }

    @Test
    void filesAreReadRelativeToTheDirectory() throws IOException {
        Files.createDirectory(directory.resolve("b"));
        Files.writeString(directory.resolve("b/tags.json"), "[\"x\", \"y\"]");

        assertThat(evaluated("tm_jsondecode(tm_file(\"b/../b/tags.json\"))[1]")).isEqualTo(HclValue.of("y"));
        assertThat(evaluated("tm_fileexists(\"b/tags.json\")")).isEqualTo(HclValue.of(true));
        assertThat(evaluated("tm_fileexists(\"c\")")).isEqualTo(HclValue.of(false));
        assertThat(evaluated("tm_abspath(\"b/../c\")"))
                .isEqualTo(HclValue.of(directory.resolve("c").toString()));
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsRefused() throws IOException {
        Files.write(directory.resolve("large"), new byte[1024 * 1024 + 1]);
        Files.write(directory.resolve("binary"), new byte[] {(byte) 0xFF});
        Files.createDirectory(directory.resolve("folder"));

        assertThatThrownBy(() -> evaluated("tm_file(\"large\")")).hasMessageContaining("larger than");
        assertThatThrownBy(() -> evaluated("tm_file(\"binary\")")).hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> evaluated("tm_file(\"folder\")")).hasMessageContaining("there is no file folder");
        assertThatThrownBy(() -> evaluated("tm_fileexists(\"folder\")")).hasMessageContaining("not a regular file");
    }
}
