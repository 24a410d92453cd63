package dev.drift.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.EnvironmentSourceContract;
import org.junit.jupiter.api.Test;

class AmbientEnvironmentTest extends EnvironmentSourceContract {

    @Override
    protected EnvironmentSource source() {
        return EnvironmentSource.ambient();
    }

    @Test
    void addsNothing() throws ProbeException {
        assertThat(EnvironmentSource.ambient().lease(stack()).variables()).isEmpty();
    }
}
