package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.ProviderMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottlingTest {

    private static final ProviderCall READ = new ProviderCall("ReadResource", Tool.reading("aws_ecs_service", "x"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThrottlingException: Rate exceeded",
                "api error Throttling: Rate exceeded",
                "TooManyRequestsException: slow",
                "https response error StatusCode: 429, Too Many Requests",
                "RequestLimitExceeded: Request limit exceeded.",
                "api error SlowDown: Please reduce your request rate."
            })
    void cloudThatWasAskedTooMuchSaysSo(String detail) {
        assertThat(Throttling.isIn(READ, answer(detail))).isTrue();
    }

    @Test
    void otherFailuresAndGoodAnswersDoNot() {
        assertThat(Throttling.isIn(READ, answer("AccessDenied: not authorized")))
                .isFalse();
        assertThat(Throttling.isIn(READ, READ.request())).isFalse();
        assertThat(Throttling.isIn(READ, new byte[] {0x0a, 0x7f})).isFalse();
    }

    @Test
    void paceIsThatOfAService() {
        assertThat(READ.service()).isEqualTo("ecs");
        assertThat(new ProviderCall("ReadResource", new byte[0]).service()).isEmpty();
        assertThat(new ProviderCall("ReadResource", new byte[] {0x0a, 0x7f}).service())
                .isEmpty();
    }

    private static byte[] answer(String detail) {
        return Diagnostic.answer(ProviderMethod.READ, Diagnostic.error("reading ECS Service (x)", detail));
    }
}
