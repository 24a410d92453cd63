package dev.drift.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void findsASwapASlipAndAMissingLetter() {
        assertThat(Nearest.to("jsno", List.of("json", "junit", "sarif"))).containsExactly("json");
        assertThat(Nearest.to("sarff", List.of("json", "junit", "sarif"))).containsExactly("sarif");
        assertThat(Nearest.to("environment:prd", List.of("environment:prod", "environment:dev")))
                .startsWith("environment:prod");
    }

    @Test
    void findsWhatBeginsTheSame() {
        assertThat(Nearest.to("mark", List.of("markdown", "json"))).containsExactly("markdown");
    }

    @Test
    void knowsNoUpperCase() {
        assertThat(Nearest.to("Environment:Prdo", List.of("environment:prod"))).containsExactly("environment:prod");
    }

    @Test
    void isSilentAboutWordsThatShareNothing() {
        assertThat(Nearest.to("zebra", List.of("json", "junit"))).isEmpty();
        assertThat(Nearest.question("zebra", List.of("json", "junit"))).isEmpty();
    }

    @Test
    void namesThreeAtMostTheClosestFirst() {
        assertThat(Nearest.to("app-x", List.of("app-d", "app-c", "app-b", "app-a", "app-xy")))
                .containsExactly("app-a", "app-b", "app-c");
    }

    @Test
    void asksInASentence() {
        assertThat(Nearest.question("jsn", List.of("json"))).isEqualTo("; did you mean json?");
    }
}
