package dev.drift.it.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesParityTest {

    @TempDir
    static Path scratch = Path.of("");

    private static Asked asked;

    @BeforeAll
    static void findTheRealProgram() throws IOException {
        asked = Asked.with(RealTools.terramate(), scratch.toRealPath());
    }

    static Stream<HistoryCase> histories() {
        return Stream.of("base", "dirty", "files", "triggers", "modules", "terragrunt")
                .flatMap(file -> {
                    try {
                        return HistoryFile.read("/changes/" + file + ".histories").stream();
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void bothNameTheSameStacks(HistoryCase history) throws Exception {
        Path place = Files.createTempDirectory(scratch.toRealPath(), "history");
        asked.make(history, place);
        SoftAssertions every = new SoftAssertions();
        boolean differs = false;
        for (ChangeQuestion question : history.questions()) {
            Asked.Answer theirs = asked.theirs(place, question);
            Asked.Answer ours = asked.ours(place, question);
            differs |= !ours.agreesWith(theirs);
            Asked.Answer expected = new Asked.Answer(question.expectsRefusal(), question.expected());
            every.assertThat(ours.agreesWith(expected))
                    .as("%s%nexpected %s%nwe %s", question, expected, ours)
                    .isTrue();
            if (history.difference().isEmpty()) {
                every.assertThat(ours.agreesWith(theirs))
                        .as("%s%nterramate %s%nwe %s", question, theirs, ours)
                        .isTrue();
            }
        }
        every.assertAll();
        assertThat(differs)
                .as("a stated difference is a real one: %s", history.difference())
                .isEqualTo(history.difference().isPresent());
    }

    @Test
    void everyDeliberateDifferenceIsDocumented() throws IOException {
        String page =
                Files.readString(Path.of("../docs/terramate-differences.md")).replaceAll("\\s+", " ");
        List<String> undocumented = histories()
                .flatMap(history -> history.difference().stream())
                .filter(difference -> !page.contains(difference))
                .toList();
        assertThat(undocumented).isEmpty();
    }
}
