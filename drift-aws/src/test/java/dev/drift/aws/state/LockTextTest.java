package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockTextTest {

    @Test
    void readsWhoDoesWhatSinceWhen() {
        assertThat(LockText.read("""
                        {"ID":"9592","Operation":"OperationTypeApply","Info":"","Who":"root@vm","Version":"1.11.4",
                         "Created":"2026-11-23T05:59:01.818524434Z","Path":"states/prod/web.tfstate"}
                        """))
                .isEqualTo(new StateLock(
                        "9592",
                        "OperationTypeApply",
                        "root@vm",
                        Optional.of(Instant.parse("2026-11-23T05:59:01.818524434Z"))));
    }

    @Test
    void readsATimeOfAnotherZone() {
        assertThat(LockText.read("{\"Created\":\"2026-11-23T05:59:01+02:00\"}").since())
                .contains(Instant.parse("2026-11-23T03:59:01Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "no json", "{\"Who\": 1}", "{\"Created\": \"yesterday\"}", "{\"Who\""})
    void whatMakesNoSenseSaysNothing(String text) {
        assertThat(LockText.read(text)).isEqualTo(new StateLock("", "", "", Optional.empty()));
    }

    @Test
    void textsOfStrangersAreOneShortLineEach() {
        StateLock lock = LockText.read(
                "{\"Who\": \"::error::x\\u001b[31m\\r\\n\\u202ey\", \"Operation\": \"" + "a😀".repeat(500) + "\"}");

        assertThat(lock.who()).isEqualTo("::error::x [31m y");
        assertThat(lock.operation()).hasSizeLessThan(200).startsWith("a😀").endsWith("😀…");
    }
}
