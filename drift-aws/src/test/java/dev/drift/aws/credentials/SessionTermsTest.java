package dev.drift.aws.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTermsTest {

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(problems(AssumedRoles.taking("arn:aws:s3::123:bucket")
                        .expecting("1")
                        .called("n")
                        .showing("x y")
                        .tagging("aws:team", "a")
                        .tagging("Team", "#")
                        .tagging("team", "a")
                        .taggingEnvironments("#")
                        .lasting(Duration.ofMinutes(14))))
                .satisfiesExactly(
                        account -> assertThat(account).contains("12 digits: \"1\""),
                        role -> assertThat(role).contains("something else: \"arn:aws:s3::123:bucket\""),
                        number -> assertThat(number).contains("12 digits: \"123\""),
                        name -> assertThat(name).contains("Session name").contains("\"n\""),
                        id -> assertThat(id).contains("External id").doesNotContain("x y"),
                        duration -> assertThat(duration).contains("15 minutes to 12 hours"),
                        key -> assertThat(key).contains("tag key").contains("\"#\""),
                        value -> assertThat(value).contains("\"Team\""),
                        reserved -> assertThat(reserved).contains("belongs to AWS"),
                        twice -> assertThat(twice).contains("given twice: \"team\""));
    }

    @Test
    void whatATokenOfGitHubCannotDoIsTold() {
        assertThat(problems(AssumedRoles.taking("drift-reader")
                        .from(Identity.gitHub())
                        .tagging("team", "a")))
                .satisfiesExactly(
                        role -> assertThat(role).contains("\"drift-reader\" needs an account"),
                        tags -> assertThat(tags).contains("not for tokens of GitHub"));
        assertThat(AssumedRoles.taking("drift-reader")
                        .from(Identity.gitHub())
                        .expecting("111111111111")
                        .build())
                .isNotNull();
    }

    @Test
    void aRoleOfAnotherAccountThanTheExpectedOneIsTold() {
        assertThat(problems(
                        AssumedRoles.taking("arn:aws:iam::111111111111:role/r").expecting("222222222222")))
                .containsExactly("Role is in account 111111111111 where 222222222222 is expected");
    }

    @Test
    void aSessionLastsUpToTwelveHours() {
        assertThat(AssumedRoles.taking("r").lasting(Duration.ofHours(12)).build())
                .isNotNull();
        assertThat(problems(
                        AssumedRoles.taking("r").lasting(Duration.ofHours(12).plusSeconds(1))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111111111111:role/drift-reader",
                "arn:aws-cn:iam::111111111111:role/drift-reader",
                "arn:aws-us-gov:iam::111111111111:role/readers/of/drift@home"
            })
    void anArnIsReadAsItIsWritten(String arn) {
        assertThat(Role.of(arn).arn("aws", Account.of("222222222222"))).isEqualTo(arn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "/r",
                "r/",
                "arn:aws:iam::111111111111",
                "arn:aws:iam::111111111111:user/u",
                "arn:aws:iam:eu-west-1:111111111111:role/r",
                "arn:aws:iam::11111111111:role/r",
                "arn:azure:iam::111111111111:role/r",
                "arn:aws:iam::111111111111:role/r s"
            })
    void whatIsNoRoleIsRefused(String text) {
        assertThatThrownBy(() -> Role.of(text)).isInstanceOf(InvalidConfigException.class);
    }

    @Test
    void aRoleMovesToAnotherAccountByName() {
        assertThat(Role.named("readers/drift").in(Account.of("222222222222")).arn("aws", Account.of("111111111111")))
                .isEqualTo("arn:aws:iam::222222222222:role/readers/drift");
    }

    private static List<String> problems(AssumedRoles.Builder builder) {
        InvalidConfigException invalid = catchThrowableOfType(InvalidConfigException.class, builder::build);
        assertThat(invalid).isNotNull();
        return invalid.problems().stream().map(Problem::message).toList();
    }
}
