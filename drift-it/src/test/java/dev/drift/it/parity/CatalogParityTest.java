package dev.drift.it.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogParityTest {

    @TempDir
    static Path scratch = Path.of("");

    private static RealTerramate terramate;

    @BeforeAll
    static void findTheRealProgram() throws IOException {
        terramate = new RealTerramate(RealTools.terramate(), scratch);
    }

    static Stream<ParityCase> cases() throws IOException {
        return Stream.of("tags", "discovery", "schema", "evaluation", "imports", "order")
                .flatMap(file -> {
                    try {
                        return CaseFile.read("/parity/" + file + ".cases").stream();
                    } catch (IOException unreadable) {
                        throw new java.io.UncheckedIOException(unreadable);
                    }
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void bothSaySo(ParityCase parity) throws Exception {
        Path project = Files.createTempDirectory(scratch, "project");
        ProjectFixture.write(parity, project);
        SoftAssertions every = new SoftAssertions();
        boolean differs = false;
        for (Question question : parity.questions()) {
            Answer theirs = terramate.answer(project, question);
            Answer ours = OurCatalog.answer(project, question);
            differs |= !ours.agreesWith(theirs);
            if (parity.difference().isEmpty()) {
                every.assertThat(ours.agreesWith(theirs))
                        .as("%s%nterramate %s%nwe %s", question, theirs, ours)
                        .isTrue();
            }
        }
        every.assertAll();
        assertThat(differs)
                .as("a stated difference is a real one: %s", parity.difference())
                .isEqualTo(parity.difference().isPresent());
    }

    @Test
    void everyDeliberateDifferenceIsDocumented() throws IOException {
        String page =
                Files.readString(Path.of("../docs/terramate-differences.md")).replaceAll("\\s+", " ");
        List<String> undocumented = cases().flatMap(parity -> parity.difference().stream())
                .filter(difference -> !page.contains(difference))
                .toList();
        assertThat(undocumented).isEmpty();
    }
}
