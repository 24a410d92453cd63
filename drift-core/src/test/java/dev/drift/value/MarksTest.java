package dev.drift.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

    private static final Marks MARKS = new Marks(
            Json.read("{\"password\": true, \"plain\": false, \"env\": [{\"value\": true}, {}], \"set\": [{}, {\"key\":"
                    + " true}]}"));

    @ParameterizedTest
    @CsvSource(textBlock = """
        password,           true,  true
        password.inner[0],  true,  true
        plain,              false, false
        plain.inner,        false, false
        absent,             false, false
        env,                false, true
        env[0],             false, true
        env[0].value,       true,  true
        env[0].name,        false, false
        env[1].value,       false, false
        env[7].value,       false, false
        set[*].key,         true,  true
        plain[*],           false, false
        """)
    void coverWhatLiesAtOrBelowAMarkAndTouchWhatLiesAboveOne(String path, boolean covered, boolean touched) {
        assertThat(MARKS.covers(ValuePath.parse(path))).isEqualTo(covered);
        assertThat(MARKS.touches(ValuePath.parse(path))).isEqualTo(touched);
    }

    @Test
    void markEverythingOrNothing() {
        assertThat(Marks.ALL.covers(ValuePath.of("any").index(3))).isTrue();
        assertThat(Marks.NONE.touches(ValuePath.ROOT)).isFalse();
        assertThat(MARKS.touches(ValuePath.ROOT)).isTrue();
        assertThat(MARKS.covers(ValuePath.ROOT)).isFalse();
    }
}
