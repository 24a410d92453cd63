package dev.drift.aws.cell;

import dev.drift.estate.EstateDefinition;
import dev.drift.observation.EnvironmentSource;
import dev.drift.testing.EnvironmentSourceContract;
import dev.drift.testing.RecordingEnvironments;
import java.util.Map;

class GuardedEnvironmentsTest extends EnvironmentSourceContract {

    @Override
    protected EnvironmentSource source() {
        return new GuardedEnvironments(
                new RecordingEnvironments(Map.of("AWS_SECRET_ACCESS_KEY", "a secret key")),
                CellBreakers.of(EstateDefinition.UNDEFINED));
    }
}
