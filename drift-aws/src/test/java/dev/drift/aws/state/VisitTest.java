package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.aws.state.StateObject.Written;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitTest {

    private static final String STATE = """
        {"version": 4, "terraform_version": "1.11.4", "serial": 3, "lineage": "l", "outputs": {}, "resources": [
          {"module": "module.a[\\"x\\"]", "mode": "managed", "type": "aws_sqs_queue", "name": "q", "provider": "p", "instances": [
            {"index_key": "a\\"b", "schema_version": 2, "private": "bnVsbA==", "identity_schema_version": 1,
             "identity": {"arn": "x"}, "attributes": {"id": "ü", "size": 12345678901234567890.10, "list": [1, null]}},
            {"index_key": 1, "schema_version": 0, "status": "tainted", "attributes": {}},
            {"index_key": 2, "deposed": "0badcafe", "attributes": {}},
            {"index_key": 3, "attributes_flat": {"id": "x"}}]},
          {"mode": "data", "type": "aws_region", "name": "r", "instances": [{"attributes": {"id": "x"}}]},
          {"mode": "managed", "type": "aws_vpc", "name": "v", "provider": "p", "instances": [{"attributes": {"id": "v"}}]}],
         "check_results": null}
        """;

    private final List<StateObject> shown = new ArrayList<>();

    @Test
    void showsEveryManagedObjectAsItIsRecorded() throws Exception {
        ReadState state = read(Integer.MAX_VALUE);

        assertThat(shown)
                .extracting(StateObject::toString)
                .containsExactly(
                        "module.a[\"x\"].aws_sqs_queue.q[\"a\\\"b\"]",
                        "module.a[\"x\"].aws_sqs_queue.q[1]",
                        "module.a[\"x\"].aws_sqs_queue.q[2] (deposed 0badcafe)",
                        "module.a[\"x\"].aws_sqs_queue.q[3]",
                        "aws_vpc.v");
        assertThat(shown).extracting(StateObject::whole).containsExactly(true, false, false, false, true);
        assertThat(shown).extracting(StateObject::provider).containsOnly("p");
        assertThat(shown.get(0).attributes())
                .isEqualTo(new Written("{\"id\":\"ü\",\"size\":12345678901234567890.10,\"list\":[1,null]}", 2));
        assertThat(shown.get(0).identity()).contains(new Written("{\"arn\":\"x\"}", 1));
        assertThat(shown.get(0).privateData()).isEqualTo("bnVsbA==");
        assertThat(shown.get(0).attributes().toString()).doesNotContain("ü");
        assertThat(state.content().objects()).isEqualTo(4);
        assertThat(state.content())
                .isEqualTo(StateReader.read(stream(), Visit.NONE).orElseThrow().content());
    }

    @Test
    void endsWhenWhoeverSeesThemHasEnough() {
        assertThatThrownBy(() -> read(2)).isInstanceOf(StateException.class);

        assertThat(shown).hasSize(2);
    }

    private ReadState read(int enough) throws Exception {
        return StateReader.read(stream(), Visit.of(object -> {
                    shown.add(object);
                    return shown.size() < enough;
                }))
                .orElseThrow();
    }

    private static ByteArrayInputStream stream() {
        return new ByteArrayInputStream(STATE.getBytes(StandardCharsets.UTF_8));
    }
}
