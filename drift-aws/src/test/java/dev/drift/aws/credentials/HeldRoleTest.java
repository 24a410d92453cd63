package dev.drift.aws.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is in a role already, as a job of GitHub is that has signed in. */
class HeldRoleTest {

    private static final Stack FRANKFURT = Stacks.stack("/a", "environment/prod", "region/eu-central-1");

    private final ManualClock clock = new ManualClock();
    private final FakeSts sts = new FakeSts();

    @BeforeEach
    void grant() {
        sts.grants("ASIA1", "111111111111", clock.instant().plus(Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drift-reader",
                "arn:aws:iam::111111111111:role/drift-reader",
                "arn:aws:iam::111111111111:role/readers/drift-reader"
            })
    void roleThatWeAreInAlreadyIsNotTaken(String role) throws ProbeException {
        EnvironmentSource source = inARole("arn:aws:sts::111111111111:assumed-role/drift-reader/GitHubActions", role)
                .build();

        assertThat(lease(source, FRANKFURT))
                .containsEntry("AWS_ACCESS_KEY_ID", FakeSts.OWN_KEY)
                .containsEntry("AWS_SESSION_TOKEN", "our-token");
        assertThat(sts.count("AssumeRole")).isZero();
        assertThat(sts.count("GetCallerIdentity")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sts::111111111111:assumed-role/drift-preview/drift-reader",
                "arn:aws:sts::111111111111:assumed-role/a-drift-reader/GitHubActions",
                "arn:aws:sts::222222222222:assumed-role/drift-reader/GitHubActions",
                "arn:aws-cn:sts::111111111111:assumed-role/drift-reader/GitHubActions",
                "arn:aws:sts::111111111111:federated-user/drift-reader"
            })
    void roleThatOthersAreInIsTaken(String caller) throws ProbeException {
        EnvironmentSource source =
                inARole(caller, "arn:aws:iam::111111111111:role/drift-reader").build();

        assertThat(lease(source, FRANKFURT)).containsEntry("AWS_ACCESS_KEY_ID", "ASIA1");
    }

    @Test
    void roleThatWeAreInIsTakenAgainForASessionWithTags() throws ProbeException {
        EnvironmentSource source = inARole(
                        "arn:aws:sts::111111111111:assumed-role/drift-reader/GitHubActions", "drift-reader")
                .tagging("team", "platform")
                .build();

        assertThat(lease(source, FRANKFURT)).containsEntry("AWS_ACCESS_KEY_ID", "ASIA1");
    }

    @Test
    void roleThatWeAreInMustBeOfTheExpectedAccountAllTheSame() {
        EnvironmentSource source = inARole(
                        "arn:aws:sts::111111111111:assumed-role/drift-reader/GitHubActions", "drift-reader")
                .expecting("222222222222")
                .build();

        assertThat(Refusal.of(source, FRANKFURT)).contains("of account 111111111111 and not of 222222222222");
    }

    /** Somebody whose keys come with a token, who is to take a role. */
    private AssumedRoles.Builder inARole(String caller, String role) {
        sts.opens(FakeSts.OWN_KEY, caller.split(":", -1)[4], caller);
        return AssumedRoles.taking(role)
                .within(sts.environment(Map.of("AWS_SESSION_TOKEN", "our-token")))
                .timedBy(clock);
    }

    private static Map<String, String> lease(EnvironmentSource source, Stack stack) throws ProbeException {
        try (EnvironmentLease lease = source.lease(stack)) {
            return lease.variables();
        }
    }
}
