package dev.drift.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Our clock against that of AWS. */
class ClockExaminationTest {

    @Test
    void aClockThatIsOffAndAnAwsThatDoesNotAnswerAreFound() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        URI sts = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Clock fast = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(30));
        try {
            assertThat(new ClockExamination(sts, Clock.systemUTC()).findings()).isEmpty();
            assertThat(new ClockExamination(sts, fast).findings())
                    .extracting(Finding::check)
                    .containsExactly("clock-skew");
        } finally {
            server.stop(0);
        }
        assertThat(new ClockExamination(sts, fast).findings())
                .extracting(Finding::check)
                .containsExactly("unreachable-aws");
    }
}
