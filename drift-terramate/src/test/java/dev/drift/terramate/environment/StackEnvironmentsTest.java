package dev.drift.terramate.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.testing.EnvironmentSourceContract;
import dev.drift.testing.RecordingEnvironments;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackEnvironmentsTest extends EnvironmentSourceContract {

    private final RecordingEnvironments below = new RecordingEnvironments(Map.of("AWS_REGION", "eu-central-1"));

    @Override
    protected EnvironmentSource source() {
        return asking((stack, user) ->
                Map.of("AWS_PROFILE", "reader-of-" + stack.directory().getFileName()));
    }

    @Test
    void laysWhatTheCodeAsksForOverWhatIsBelow() throws ProbeException {
        assertThat(source().lease(stack()).variables())
                .containsEntry("AWS_REGION", "eu-central-1")
                .containsKey("AWS_PROFILE");
    }

    @Test
    void letsTheCodeSeeTheUsersEnvironmentAndWhatIsBelow() throws ProbeException {
        EnvironmentSource source = asking((stack, user) ->
                Map.of("SEEN", String.join(" ", user.variables().keySet())));

        assertThat(source.lease(stack()).variables()).containsEntry("SEEN", "AWS_REGION HOME");
    }

    @Test
    void givesBackWhatIsBelowWhenTheCodeCannotBeKnown() {
        EnvironmentSource source = asking((stack, user) -> {
            throw new ProbeException(ProbePhase.INIT, "run.env is not known");
        });

        assertThatThrownBy(() -> source.lease(stack())).hasMessage("run.env is not known");
        assertThat(below.open()).isZero();
    }

    @Test
    void closesWhatIsBelow() {
        source().close();

        assertThat(below.closings()).isEqualTo(1);
    }

    private EnvironmentSource asking(StackEnvironment asked) {
        return StackEnvironments.over(below, asked, new UserEnvironment(Map.of("HOME", "/home/x")));
    }
}
