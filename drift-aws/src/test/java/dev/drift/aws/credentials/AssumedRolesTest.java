package dev.drift.aws.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Region;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.testing.EnvironmentSourceContract;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssumedRolesTest extends EnvironmentSourceContract {

    private static final Stack FRANKFURT = Stacks.stack("/a", "environment/prod", "region/eu-central-1");
    private static final Stack FRANKFURT_TOO = Stacks.stack("/b", "environment/qa", "region/eu-central-1");
    private static final Stack IRELAND = Stacks.stack("/c", "environment/prod", "region/eu-west-1");
    private static final Stack NOWHERE = Stacks.stack("/d");

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

    @Override
    protected EnvironmentSource source() {
        return reader().build();
    }

    @Test
    void leasesTheCredentialsOfARoleInOurOwnAccount() throws ProbeException {
        assertThat(lease(source(), FRANKFURT))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "AWS_ACCESS_KEY_ID", "ASIA1",
                        "AWS_SECRET_ACCESS_KEY", FakeSts.SESSION_SECRET,
                        "AWS_SESSION_TOKEN", FakeSts.SESSION_TOKEN));
        assertThat(sts.calls("AssumeRole"))
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .containsEntry("RoleArn", "arn:aws:iam::111111111111:role/drift-reader")
                        .containsEntry("RoleSessionName", "drift")
                        .containsEntry("DurationSeconds", "3600")
                        .doesNotContainKeys("ExternalId", "Tags.member.1.Key"));
    }

    @Test
    void asksStsInTheRegionOfTheStack() throws ProbeException {
        EnvironmentSource source = reader().near(new Region("eu-north-1")).build();
        lease(source, IRELAND);
        lease(source, NOWHERE);

        assertThat(sts.calls("AssumeRole"))
                .extracting(call -> call.get("Authorization"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("/eu-west-1/sts/"),
                        second -> assertThat(second).contains("/eu-north-1/sts/"));
    }

    @Test
    void asksInTheRegionOfTheEnvironmentForATagThatIsNone() throws ProbeException {
        lease(reader(Map.of("AWS_REGION", "eu-south-1")).build(), Stacks.stack("/x", "region/europe"));

        assertThat(sts.calls("AssumeRole").get(0).get("Authorization")).contains("/eu-south-1/sts/");
    }

    @Test
    void stacksOfOneRegionShareWhatWasCheckedOnce() throws ProbeException {
        EnvironmentSource source = source();
        assertThat(lease(source, FRANKFURT)).isEqualTo(lease(source, FRANKFURT_TOO));
        assertThat(sts.count("AssumeRole")).isEqualTo(1);
        assertThat(sts.calls("GetCallerIdentity")).hasSize(2);

        lease(source, IRELAND);
        assertThat(sts.count("AssumeRole")).isEqualTo(2);
    }

    @Test
    void variablesOfNoConcernToAwsDoNotSeparateStacks() throws ProbeException {
        EnvironmentSource source = reader().over(new PathSource()).build();
        lease(source, FRANKFURT);
        lease(source, FRANKFURT_TOO);

        assertThat(sts.count("AssumeRole")).isEqualTo(1);
    }

    @Test
    void rolesMayLieInAccountsOfTheirOwn() throws ProbeException {
        sts.grants("ASIA2", "222222222222", clock.instant().plus(Duration.ofHours(1)));
        EnvironmentSource source = AssumedRoles.taking(
                        stack -> Role.named("drift-reader").in(Account.of("222222222222")))
                .within(sts.environment(Map.of()))
                .timedBy(clock)
                .build();

        assertThat(lease(source, FRANKFURT)).containsEntry("AWS_ACCESS_KEY_ID", "ASIA2");
        assertThat(sts.calls("AssumeRole").get(0))
                .containsEntry("RoleArn", "arn:aws:iam::222222222222:role/drift-reader");
        assertThat(sts.count("GetCallerIdentity")).isEqualTo(1);
    }

    @Test
    void leavesStacksWithoutARoleWhatLiesBelow() throws ProbeException {
        sts.grants("ASIA2", "111111111111", clock.instant().plus(Duration.ofHours(1)));
        EnvironmentSource source = AssumedRoles.takingWherePresent(
                        stack -> Optional.of(Role.named("drift-reader")).filter(role -> stack.equals(FRANKFURT)))
                .within(sts.environment(Map.of()))
                .timedBy(clock)
                .build();

        assertThat(lease(source, Stacks.stack("/elsewhere"))).doesNotContainKey("AWS_ACCESS_KEY_ID");
        assertThat(sts.count("AssumeRole")).isZero();
        assertThat(lease(source, FRANKFURT)).containsEntry("AWS_ACCESS_KEY_ID", "ASIA2");
    }

    @Test
    void showsTheTermsOfTheSession() throws ProbeException {
        EnvironmentSource source = reader().called("drift@nightly")
                .showing("ext:1")
                .tagging("team", "platform")
                .taggingEnvironments("environment")
                .lasting(Duration.ofMinutes(15))
                .build();
        lease(source, FRANKFURT);

        assertThat(sts.calls("AssumeRole").get(0))
                .containsEntry("RoleSessionName", "drift@nightly")
                .containsEntry("ExternalId", "ext:1")
                .containsEntry("DurationSeconds", "900")
                .containsValues("team", "platform", "environment", "prod");
    }

    @Test
    void taggedEnvironmentsHaveSessionsOfTheirOwn() throws ProbeException {
        EnvironmentSource source = reader().taggingEnvironments("environment").build();
        lease(source, FRANKFURT);
        lease(source, FRANKFURT_TOO);

        assertThat(sts.count("AssumeRole")).isEqualTo(2);
    }

    @Test
    void whatElseSaysWhoWeAreIsSetToNothing(@TempDir Path home) throws IOException, ProbeException {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[profile outer]\nregion = eu-west-3\n");

        assertThat(lease(
                        reader(Map.of(
                                        "HOME", home.toString(),
                                        "AWS_PROFILE", "outer",
                                        "AWS_ROLE_ARN", "arn:aws:iam::999999999999:role/other",
                                        "AWS_WEB_IDENTITY_TOKEN_FILE", "/token"))
                                .build(),
                        FRANKFURT))
                .containsEntry("AWS_PROFILE", "")
                .containsEntry("AWS_ROLE_ARN", "")
                .containsEntry("AWS_WEB_IDENTITY_TOKEN_FILE", "")
                .containsEntry("AWS_REGION", "eu-west-3")
                .doesNotContainKey("AWS_DEFAULT_PROFILE");
    }

    @Test
    void whatLiesBelowProvidesWhoAssumesTheRole() throws ProbeException {
        sts.opens("AKIABELOW", "111111111111");
        RecordingEnvironments below =
                new RecordingEnvironments(Map.of("AWS_ACCESS_KEY_ID", "AKIABELOW", "PATH_OF_A_STACK", "/x"));
        EnvironmentSource source = reader().over(below).build();

        assertThat(lease(source, FRANKFURT))
                .containsEntry("PATH_OF_A_STACK", "/x")
                .containsEntry("AWS_ACCESS_KEY_ID", "ASIA1");
        assertThat(sts.calls("AssumeRole").get(0).get("Authorization")).contains("Credential=AKIABELOW/");
        assertThat(below.open()).isZero();
        source.close();
        assertThat(below.closings()).isEqualTo(1);
    }

    @Test
    void oneRoleMayAssumeAnother() throws ProbeException {
        EnvironmentSource hub = AssumedRoles.taking("hub")
                .within(sts.environment(Map.of()))
                .timedBy(clock)
                .build();
        lease(reader().over(hub).build(), FRANKFURT);

        assertThat(sts.calls("AssumeRole"))
                .extracting(call -> call.get("RoleArn"))
                .containsExactly("arn:aws:iam::111111111111:role/hub", "arn:aws:iam::111111111111:role/drift-reader");
        assertThat(sts.calls("AssumeRole").get(1).get("Authorization")).contains("Credential=ASIA1/");
    }

    @Test
    void givesBackWhatLiesBelowWhenItCannotLease() {
        sts.answers("AssumeRole", FakeSts.error(403, "AccessDenied", "no"));
        RecordingEnvironments below = new RecordingEnvironments(Map.of());

        assertThat(Refusal.of(reader().over(below).build(), FRANKFURT)).contains("AccessDenied");
        assertThat(below.open()).isZero();
    }

    @Test
    void renewsWhileTheRunLasts() throws ProbeException {
        EnvironmentSource source = source();
        lease(source, FRANKFURT);
        sts.grants("ASIA2", "111111111111", clock.instant().plus(Duration.ofHours(2)));

        clock.advance(Duration.ofMinutes(40));
        assertThat(lease(source, FRANKFURT)).containsEntry("AWS_ACCESS_KEY_ID", "ASIA1");
        clock.advance(Duration.ofMinutes(1));
        assertThat(lease(source, FRANKFURT)).containsEntry("AWS_ACCESS_KEY_ID", "ASIA2");
    }

    @Test
    void forgetsEverythingWhenItIsClosed() throws ProbeException {
        EnvironmentSource source = source();
        lease(source, FRANKFURT);
        source.close();
        lease(source, FRANKFURT);

        assertThat(sts.count("AssumeRole")).isEqualTo(2);
    }

    private AssumedRoles.Builder reader() {
        return reader(Map.of());
    }

    private AssumedRoles.Builder reader(Map<String, String> more) {
        return AssumedRoles.taking("drift-reader").within(sts.environment(more)).timedBy(clock);
    }

    private static Map<String, String> lease(EnvironmentSource source, Stack stack) throws ProbeException {
        try (EnvironmentLease lease = source.lease(stack)) {
            return lease.variables();
        }
    }

    /** Lends each stack its path, as a shared provider lends each its socket. */
    private static final class PathSource implements EnvironmentSource {
        @Override
        public EnvironmentLease lease(Stack stack) {
            return EnvironmentLease.of(Map.of("STACK_PATH", stack.path().toString()));
        }

        @Override
        public void close() {}
    }
}
