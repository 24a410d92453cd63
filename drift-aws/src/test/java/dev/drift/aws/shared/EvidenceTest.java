package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.aws.wire.ProviderSchema;
import dev.drift.observation.Testimony;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final String QUEUE = "aws_sqs_queue";
    private static final ProviderSchema SCHEMA = ProviderSchema.of(SharedScene.schemaOf(QUEUE));

    @Test
    void hearsNothingMoreOnceThereIsTooMuch() {
        Evidence evidence = new Evidence(2L * plan("one").request().length);

        evidence.hear(plan("one"), SCHEMA);
        evidence.hear(plan("a name that does not fit beside the first"), SCHEMA);
        evidence.hear(plan("two"), SCHEMA);

        assertThat(names(evidence)).containsExactly("one");
    }

    @Test
    void hearsAsMuchAsFits() {
        Evidence evidence = new Evidence(2L * plan("one").request().length);

        evidence.hear(plan("one"), SCHEMA);
        evidence.hear(plan("two"), SCHEMA);

        assertThat(names(evidence)).containsExactly("one", "two");
    }

    @Test
    void whatIsNotAboutTheCodeTakesNoRoom() {
        Evidence evidence = new Evidence(plan("one").request().length);

        evidence.hear(new ProviderCall("ReadResource", new byte[10_000]), SCHEMA);
        evidence.hear(plan("one"), SCHEMA);

        assertThat(names(evidence)).containsExactly("one");
    }

    @Test
    void whatCannotBeReadIsNotTestified() {
        Evidence evidence = new Evidence();
        byte[] broken = new MessageWriter().bytes(1, new byte[] {(byte) 0xc1}).toBytes();

        evidence.hear(new ProviderCall("PlanResourceChange", new byte[] {(byte) 0xff}), SCHEMA);
        evidence.hear(planning(broken, broken), SCHEMA);
        evidence.hear(plan("one"), SCHEMA);

        assertThat(names(evidence)).containsExactly("one");
    }

    private static List<String> names(Evidence evidence) {
        return evidence.testimonies().stream()
                .map(Testimony::declared)
                .map(declared -> declared.field("name").text().orElse(""))
                .toList();
    }

    private static ProviderCall plan(String name) {
        byte[] live = packed(Map.of("id", Value.of(name), "name", Value.of(name)));
        return planning(live, packed(Map.of("id", Value.ofNull(), "name", Value.of(name))));
    }

    private static byte[] packed(Map<String, Value> value) {
        return DynamicValue.of(Value.of(value)).toBytes();
    }

    private static ProviderCall planning(byte[] prior, byte[] configuration) {
        return new ProviderCall(
                "PlanResourceChange",
                new MessageWriter()
                        .text(1, QUEUE)
                        .bytes(2, prior)
                        .bytes(4, configuration)
                        .toBytes());
    }
}
