package dev.drift.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.EnvironmentSourceContract;
import dev.drift.testing.RecordingEnvironments;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingEnvironmentsTest extends EnvironmentSourceContract {

    @Override
    protected EnvironmentSource source() {
        return new RecordingEnvironments(Map.of("AWS_SECRET_ACCESS_KEY", "hunter2hunter2"));
    }

    @Test
    void countsWhatIsNotGivenBack() {
        RecordingEnvironments environments = new RecordingEnvironments(Map.of());
        EnvironmentLease first = environments.lease(stack());
        environments.lease(stack());

        first.close();
        first.close();

        assertThat(environments.open()).isEqualTo(1);
        assertThat(environments.leases()).hasSize(2);
    }
}
