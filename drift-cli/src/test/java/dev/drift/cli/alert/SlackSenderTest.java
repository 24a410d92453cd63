package dev.drift.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.alert.AlertSender;
import dev.drift.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackSenderTest extends HttpSenderContract {

    @Override
    protected AlertSender sender() {
        return new SlackSender(receiver.address(), Optional.empty());
    }

    @Override
    protected boolean isRepeatable() {
        return false;
    }

    @Test
    void wordsOfStrangersReachNobody() throws Exception {
        Value section = hostile().field("blocks").items().get(1).field("text");

        String text = section.field("text").text().orElseThrow();
        assertThat(section.field("verbatim")).isEqualTo(Value.of(true));
        assertThat(text)
                .contains("`&lt;!channel&gt; &lt;@U123&gt; @here *b* 'c' [l](http://x)")
                .doesNotContain("<", ">");
    }

    @Test
    void staysBelowTheLimitsOfBlocks() throws Exception {
        sender().send(alert(500, HOSTILE));

        Value message = dev.drift.value.Json.read(receiver.taken().get(0));
        assertThat(message.field("blocks")
                        .items()
                        .get(0)
                        .field("text")
                        .field("text")
                        .text()
                        .orElseThrow())
                .isEqualTo("acme/infra: 500 new; 500 open");
        assertThat(message.field("blocks")
                        .items()
                        .get(1)
                        .field("text")
                        .field("text")
                        .text()
                        .orElseThrow())
                .hasSizeLessThanOrEqualTo(3000)
                .containsPattern("and [0-9]+ more stacks$");
    }
}
