package dev.drift.terramate.cloud.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.terramate.cloud.message.LogChannel;
import dev.drift.terramate.cloud.message.LogLine;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogBufferTest {

    private final LogBuffer buffer = new LogBuffer(300, Clock.systemUTC());

    @Test
    void countsTheLinesOfEachChannel() {
        buffer.add(LogChannel.OUTPUT, "a");
        buffer.add(LogChannel.ERRORS, "b");
        buffer.add(LogChannel.OUTPUT, "c\r\nd");

        assertThat(buffer.take())
                .extracting(line -> line.channel().word() + line.number() + line.text())
                .containsExactly("stdout1a", "stderr1b", "stdout2c", "stdout3d");
        assertThat(buffer.take()).isEmpty();
    }

    @Test
    void givesAsManyAsOneRequestTakes() {
        for (int line = 0; line < 300; line++) {
            buffer.add(LogChannel.OUTPUT, "x");
        }

        assertThat(buffer.take()).hasSize(256);
        assertThat(buffer.take()).hasSize(44);
    }

    @Test
    void leavesOutWhatIsTooMuchAndSaysSo() {
        for (int line = 0; line < 1300; line++) {
            buffer.add(LogChannel.OUTPUT, "x" + line);
        }
        assertThat(buffer.size()).isEqualTo(300);

        List<LogLine> first = buffer.take();
        List<LogLine> second = buffer.take();

        assertThat(first).hasSize(256);
        assertThat(second).hasSize(45);
        assertThat(second.get(44).text()).contains("1000 lines left out");
        assertThat(buffer.take()).isEmpty();
    }

    @Test
    void saysWhatIsLeftOutBeforeWhatComesNext() {
        for (int line = 0; line < 310; line++) {
            buffer.add(LogChannel.OUTPUT, "x");
        }
        buffer.take();
        buffer.add(LogChannel.OUTPUT, "next");

        List<LogLine> rest = buffer.take();

        assertThat(rest).hasSize(46);
        assertThat(rest.get(44).text()).contains("10 lines left out");
        assertThat(rest.get(45).text()).isEqualTo("next");
    }

    @Test
    void shortensALineWithoutEnd() {
        buffer.add(LogChannel.OUTPUT, "x".repeat(10_000));

        assertThat(buffer.take().get(0).text()).hasSizeLessThan(8300).endsWith("[drift: 1808 characters left out]");
    }

    @Test
    void neverShowsASecret() {
        buffer.add(LogChannel.OUTPUT, "token = \"abcdefgh\"");

        assertThat(buffer.take().get(0).text()).isEqualTo("[redacted]");
    }
}
