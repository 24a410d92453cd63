package dev.drift.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.alert.AlertSender;
import dev.drift.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeamsSenderTest extends HttpSenderContract {

    @Override
    protected AlertSender sender() {
        return new TeamsSender(receiver.address(), Optional.empty());
    }

    @Override
    protected boolean isRepeatable() {
        return false;
    }

    @Test
    void wordsOfStrangersStandWhereNoMarkdownIsRead() throws Exception {
        Value card = hostile().field("attachments").items().get(0).field("content");

        Value block = card.field("body").items().get(1).field("items").items().get(0);
        assertThat(block.field("type")).isEqualTo(Value.of("RichTextBlock"));
        assertThat(block.field("inlines").items().get(0).field("text").text().orElseThrow())
                .contains("<at>all</at>");
        assertThat(card.field("msteams").isNull()).isTrue();
        assertThat(receiver.taken().get(0)).doesNotContain("TextBlock\",\"text");
    }

    @Test
    void staysBelowTheLimitOfACard() throws Exception {
        sender().send(alert(900, HOSTILE));

        assertThat(receiver.taken().get(0)).hasSizeLessThan(28_000);
    }
}
