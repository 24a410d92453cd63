package dev.drift.terramate.cloud.changeset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    @Test
    void isWholeWhereItFits() {
        assertThat(PlanText.of("a\nb", Optional.empty()).within(100, Optional.empty()))
                .isEqualTo("a\nb");
    }

    @Test
    void isCutBeforeTheFirstObjectThatDoesNotFitAndSaysSo() {
        String objects = IntStream.range(0, 50)
                .mapToObj(at -> "\n  # aws_x.r" + at
                        + " will be updated in-place\n  ~ resource {\n      ~ ünits = 1 -> 2\n    }\n")
                .collect(Collectors.joining());
        PlanText text = PlanText.of("Terraform will perform:\n" + objects, Optional.empty());

        String cut = text.within(1500, Optional.of("And the rest."));

        assertThat(cut.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(1500);
        assertThat(cut).contains("}\n\n\n[drift] The plan is longer than can be shown: ");
        assertThat(cut).endsWith("[drift] And the rest.");
    }

    @Test
    void isCutAtALineWhereThereIsNoObject() {
        String cut = PlanText.of("line\n".repeat(1000), Optional.empty()).within(1000, Optional.empty());

        assertThat(cut).contains("line\nline\n\n[drift] ");
        assertThat(cut.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(1000);
    }

    @Test
    void neverCutsACharacterInTwo() {
        String cut = PlanText.of("€".repeat(1000), Optional.empty()).within(1001, Optional.empty());

        assertThat(cut).doesNotContain("\ufffd").contains("[drift]");
    }
}
