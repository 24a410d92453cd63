package dev.drift.aws.live;

import dev.drift.aws.shared.SentConfiguration;
import dev.drift.aws.state.StateFacts;
import dev.drift.aws.wire.Message;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.aws.wire.WireException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A full plan of a stack in which nothing moved.
 *
 * @param at when it was begun
 * @param code what the code was recognised by
 * @param circumstances what the variables, the account and the tool were recognised by
 * @param state what the state was recognised by: lineage, serial and a digest over its bytes
 * @param objects how many managed objects were compared
 * @param configurations how its providers were configured, one for each
 */
record FullPlan(
        Instant at,
        String code,
        String circumstances,
        String state,
        int objects,
        List<SentConfiguration> configurations) {

    private static final int AT = 1;
    private static final int CODE = 2;
    private static final int CIRCUMSTANCES = 3;
    private static final int STATE = 4;
    private static final int OBJECTS = 5;
    private static final int CONFIGURATION = 6;
    private static final int SOURCE = 1;
    private static final int VERSION = 2;
    private static final int REQUEST = 3;

    FullPlan {
        configurations = List.copyOf(configurations);
    }

    /** What a state is recognised by. */
    static String state(StateFacts facts) {
        return facts.version().lineage() + " " + facts.version().serial() + " " + facts.digest();
    }

    byte[] toBytes() {
        MessageWriter writer = new MessageWriter()
                .number(AT, at.toEpochMilli())
                .text(CODE, code)
                .text(CIRCUMSTANCES, circumstances)
                .text(STATE, state)
                .number(OBJECTS, objects);
        for (SentConfiguration sent : configurations) {
            writer.bytes(
                    CONFIGURATION,
                    new MessageWriter()
                            .text(SOURCE, sent.source())
                            .text(VERSION, sent.version())
                            .bytes(REQUEST, sent.request().toBytes())
                            .toBytes());
        }
        return writer.toBytes();
    }

    /** The plan that was written; empty if it is none. */
    static Optional<FullPlan> read(byte[] bytes) {
        try {
            Message message = Message.of(bytes);
            return Optional.of(new FullPlan(
                    Instant.ofEpochMilli(message.number(AT)),
                    message.text(CODE),
                    message.text(CIRCUMSTANCES),
                    message.text(STATE),
                    (int) message.number(OBJECTS),
                    message.messages(CONFIGURATION).stream()
                            .map(sent -> new SentConfiguration(
                                    sent.text(SOURCE), sent.text(VERSION), sent.message(REQUEST), false))
                            .toList()));
        } catch (WireException broken) {
            return Optional.empty();
        }
    }
}
