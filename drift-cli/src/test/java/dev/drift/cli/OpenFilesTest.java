package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Parallelism;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFilesTest {

    @ParameterizedTest
    @CsvSource({"200, 512, 25", "12, 512, 12", "256, 1048576, 256", "8, 100, 1"})
    void asManyStacksAsFitAreLookedAtSideBySide(int asked, long limit, int fitting) {
        assertThat(OpenFiles.fitting(new Parallelism(asked), limit)).isEqualTo(new Parallelism(fitting));
    }
}
