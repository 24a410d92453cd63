package dev.drift.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import dev.drift.value.Json;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final ResourceFinding WEB = finding("aws_ecs_service.web", field("desired_count", Value.of(3)));
    private static final ResourceFinding DB = finding("aws_db_instance.this", field("engine", Value.of("mysql")));

    @Test
    void isTheSameForTheSameDriftInAnyOrder() {
        assertThat(Fingerprint.of(List.of(WEB, DB)))
                .isPresent()
                .isEqualTo(Fingerprint.of(List.of(DB, WEB)))
                .isNotEqualTo(Fingerprint.of(List.of(WEB)));
    }

    @Test
    void isTheSameWhateverTheOrderOfFieldsInAValue() {
        assertThat(mark(Json.read("{\"a\": 1, \"b\": [2]}")))
                .isEqualTo(mark(Json.read("{\"b\": [2], \"a\": 1}")))
                .isNotEqualTo(mark(Json.read("{\"a\": 1, \"b\": [3]}")));
    }

    @Test
    void changesWithPlaceValueAndAction() {
        assertThat(mark(Value.of(3))).isNotEqualTo(mark(Value.of(4))).isNotEqualTo(mark(Value.of("3")));
        assertThat(Fingerprint.of(List.of(finding("aws_ecs_service.web", field("other", Value.of(3))))))
                .isNotEqualTo(Fingerprint.of(List.of(WEB)));
        assertThat(Fingerprint.of(
                        List.of(new ResourceFinding(WEB.address(), ChangeAction.DELETE, WEB.severity(), WEB.fields()))))
                .isNotEqualTo(Fingerprint.of(List.of(WEB)));
    }

    @Test
    void doesNotTellHiddenValuesApart() {
        FieldFinding one = new FieldFinding(
                ValuePath.of("p"), FieldClass.REVERTED, Severity.HIGH, Value.of("a"), Value.of("b"), true);
        FieldFinding other = new FieldFinding(
                ValuePath.of("p"), FieldClass.REVERTED, Severity.HIGH, Value.of("c"), Value.of("d"), true);

        assertThat(one).isEqualTo(other);
        assertThat(one.after()).isEqualTo(Value.redacted());
        assertThat(Fingerprint.of(List.of(finding("x", one)))).isEqualTo(Fingerprint.of(List.of(finding("x", other))));
    }

    @Test
    void marksNothingWhereNothingDrifted() {
        assertThat(Fingerprint.of(List.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint("XYZ"));
    }

    private static Fingerprint mark(Value after) {
        return Fingerprint.of(List.of(finding("aws_ecs_service.web", field("desired_count", after))))
                .orElseThrow();
    }

    private static FieldFinding field(String path, Value after) {
        return new FieldFinding(ValuePath.of(path), FieldClass.REVERTED, Severity.MEDIUM, Value.of(1), after, false);
    }

    private static ResourceFinding finding(String address, FieldFinding field) {
        return new ResourceFinding(
                ResourceAddress.of(address, "any"), ChangeAction.UPDATE, Severity.MEDIUM, List.of(field));
    }
}
