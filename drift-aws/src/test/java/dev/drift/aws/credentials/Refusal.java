package dev.drift.aws.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;

/** Why a lease was not to be had. */
final class Refusal {

    private Refusal() {}

    /** One line, told as of the phase {@code init}. */
    static String of(EnvironmentSource source, Stack stack) {
        ProbeException refused = catchThrowableOfType(
                ProbeException.class, () -> source.lease(stack).close());
        assertThat(refused).as("a lease of " + stack).isNotNull();
        assertThat(refused.phase()).isEqualTo(ProbePhase.INIT);
        assertThat(refused.reason()).doesNotContain("\n").hasSizeLessThan(400);
        return refused.reason();
    }
}
