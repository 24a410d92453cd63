package dev.drift.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.RuleBook;
import dev.drift.diagnosis.Trait;
import dev.drift.value.ValuePath;
import org.junit.jupiter.api.Test;

class AwsRulesTest {

    private final RuleBook book = AwsRules.standard();

    private boolean says(String type, Trait trait, String... fields) {
        ValuePath place = ValuePath.ROOT;
        for (String field : fields) {
            place = place.field(field);
        }
        return book.says(type, trait, place);
    }

    @Test
    void schemaTellsSetsAtTheirPlacesOnly() {
        assertThat(says("aws_security_group", Trait.SET, "ingress")).isTrue();
        assertThat(says("aws_security_group", Trait.SET, "ingress", "security_groups"))
                .isTrue();
        assertThat(says("aws_security_group", Trait.SET, "ingress", "cidr_blocks"))
                .isFalse();
        assertThat(says("aws_ecs_service", Trait.SET, "network_configuration", "subnets"))
                .isTrue();
    }

    @Test
    void schemaTellsWhatOnlyTheProviderSets() {
        assertThat(says("aws_iam_policy", Trait.COMPUTED, "attachment_count")).isTrue();
        assertThat(says("aws_ssm_parameter", Trait.COMPUTED, "version")).isTrue();
        assertThat(says("aws_iam_role", Trait.COMPUTED, "inline_policy")).isFalse();
        assertThat(says("aws_ssm_parameter", Trait.SECRET, "value")).isTrue();
        assertThat(says("aws_iam_access_key", Trait.SECRET, "secret")).isTrue();
    }

    @Test
    void traitsTellWhatMattersToSecurityWithAllThatLiesBelow() {
        assertThat(says("aws_security_group", Trait.NETWORK, "ingress", "cidr_blocks"))
                .isTrue();
        assertThat(says("aws_cloudwatch_log_group", Trait.LOGGING, "retention_in_days"))
                .isTrue();
        assertThat(says("aws_ecs_service", Trait.NETWORK, "desired_count")).isFalse();
    }

    @Test
    void typesWithOwnersAreKnown() {
        assertThat(book.ownerships("aws_s3_bucket")).containsKeys("policy", "versioning", "lifecycle_rule");
        for (String type : new String[] {"aws_route_table", "aws_network_acl", "aws_kms_key", "aws_sns_topic"}) {
            assertThat(book.knows(type)).isTrue();
            assertThat(book.ownerships(type)).isNotEmpty();
        }
        assertThat(book.knows("aws_nothing")).isFalse();
    }
}
