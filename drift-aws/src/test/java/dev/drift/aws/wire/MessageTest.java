package dev.drift.aws.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void readsFieldsByTheirNumbers() {
        Message message = Message.of(new MessageWriter()
                .text(1, "aws_vpc")
                .number(2, -5)
                .bytes(3, new MessageWriter().text(1, "a").toBytes())
                .bytes(3, new MessageWriter().text(1, "b").toBytes())
                .number(4, 1)
                .toBytes());

        assertThat(message.text(1)).isEqualTo("aws_vpc");
        assertThat(message.number(2)).isEqualTo(-5);
        assertThat(message.messages(3)).extracting(inner -> inner.text(1)).containsExactly("a", "b");
        assertThat(message.message(3).text(1)).isEqualTo("b");
        assertThat(message.flag(4)).isTrue();
        assertThat(message.bytes(9)).isEmpty();
        assertThat(message.text(9)).isEmpty();
        assertThat(message.number(9)).isZero();
    }

    @Test
    void exchangesOneFieldAndKeepsAllOthersAsTheyCame() {
        byte[] before = new MessageWriter()
                .text(1, "1.11.4")
                .bytes(2, "old".getBytes(UTF_8))
                .number(77, 42)
                .bytes(2, "older".getBytes(UTF_8))
                .toBytes();

        byte[] after = Message.of(before).with(2, "new".getBytes(UTF_8));

        assertThat(after)
                .isEqualTo(new MessageWriter()
                        .text(1, "1.11.4")
                        .bytes(2, "new".getBytes(UTF_8))
                        .number(77, 42)
                        .toBytes());
    }

    @Test
    void addsTheFieldThatIsNotThere() {
        assertThat(Message.EMPTY.with(2, new byte[] {1}))
                .isEqualTo(new MessageWriter().bytes(2, new byte[] {1}).toBytes());
    }

    @Test
    void fixedNumbersAndGroupsPassThrough() {
        byte[] odd = {0x0d, 1, 2, 3, 4, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x1b, 0x20, 5, 0x1c};

        byte[] after = Message.of(odd).with(5, new byte[0]);

        assertThat(after).startsWith(odd);
    }

    @Test
    void anyBytesAreReadOrRefused() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            try {
                assertThat(Message.of(noise).toBytes()).isEqualTo(noise);
            } catch (WireException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void messageThatEndsEarlyIsRefused() {
        byte[] whole = new MessageWriter().text(1, "aws_vpc").toBytes();

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Message.of(java.util.Arrays.copyOf(whole, whole.length - 1)));
    }
}
