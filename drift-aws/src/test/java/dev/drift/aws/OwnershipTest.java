package dev.drift.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Judge;
import dev.drift.testing.Scene;
import dev.drift.value.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final String RULE = "'protocol': 'tcp', 'from_port': 443, 'to_port': 443, 'description': '',"
            + " 'ipv6_cidr_blocks': [], 'prefix_list_ids': [], 'security_groups': [], 'self': false";

    private static Findings judged(Scene scene) {
        return Judge.by(AwsRules.standard()).judge(scene.observation()).findings();
    }

    private static List<String> drift(Scene scene) {
        return judged(scene).drift().stream()
                .flatMap(resource -> resource.fields().stream())
                .map(OwnershipTest::told)
                .toList();
    }

    private static String told(FieldFinding field) {
        return field.path() + " " + Json.write(field.before()) + " " + Json.write(field.after());
    }

    private static Scene group(String before, String after) {
        return Scene.planned()
                .drifted(
                        "aws_security_group.web",
                        "{'id': 'sg-1', 'ingress': [" + before + "]}",
                        "{'id': 'sg-1', 'ingress': [" + after + "]}");
    }

    private static String from(String... sources) {
        return "{" + RULE + ", 'cidr_blocks': ['" + String.join("','", sources) + "']}";
    }

    @Test
    void ruleOfASiblingIsNoDrift() {
        Scene scene = group("", from("10.0.0.0/8", "192.168.0.0/16"))
                .beside(
                        "aws_security_group_rule.a",
                        "{'security_group_id': 'sg-1', 'type': 'ingress', 'protocol': '6', 'from_port': 443, 'to_port': 443,"
                                + " 'cidr_blocks': ['10.0.0.0/8']}")
                .beside(
                        "aws_vpc_security_group_ingress_rule.b",
                        "{'security_group_id': 'sg-1', 'ip_protocol': 'tcp', 'from_port': 443, 'to_port': 443,"
                                + " 'cidr_ipv4': '192.168.0.0/16'}");

        assertThat(drift(scene)).isEmpty();
        assertThat(judged(scene).noise()).containsEntry("owned-by-sibling", 2);
    }

    @Test
    void rogueSourceMergedIntoAManagedBlockIsDriftAlone() {
        Scene scene = group("", from("10.0.0.0/8", "0.0.0.0/0"))
                .beside(
                        "aws_vpc_security_group_ingress_rule.b",
                        "{'security_group_id': 'sg-1', 'ip_protocol': 'tcp', 'from_port': 443, 'to_port': 443,"
                                + " 'cidr_ipv4': '10.0.0.0/8'}");

        assertThat(drift(scene))
                .singleElement()
                .asString()
                .contains("0.0.0.0/0")
                .doesNotContain("10.0.0.0/8");
    }

    @Test
    void ruleIsOwnedOnlyIfEverythingMatches() {
        for (String other : List.of(
                "'security_group_id': 'sg-2', 'ip_protocol': 'tcp', 'from_port': 443, 'to_port': 443, 'cidr_ipv4': '10.0.0.0/8'",
                "'security_group_id': 'sg-1', 'ip_protocol': 'udp', 'from_port': 443, 'to_port': 443, 'cidr_ipv4': '10.0.0.0/8'",
                "'security_group_id': 'sg-1', 'ip_protocol': 'tcp', 'from_port': 22, 'to_port': 443, 'cidr_ipv4': '10.0.0.0/8'",
                "'security_group_id': 'sg-1', 'ip_protocol': 'tcp', 'from_port': 443, 'to_port': 443, 'cidr_ipv4': '10.0.0.0/9'")) {
            Scene scene =
                    group("", from("10.0.0.0/8")).beside("aws_vpc_security_group_ingress_rule.b", "{" + other + "}");

            assertThat(drift(scene)).as(other).hasSize(1);
        }
        Scene outward = group("", from("10.0.0.0/8"))
                .beside(
                        "aws_vpc_security_group_egress_rule.b",
                        "{'security_group_id': 'sg-1', 'ip_protocol': 'tcp', 'from_port': 443, 'to_port': 443,"
                                + " 'cidr_ipv4': '10.0.0.0/8'}");
        assertThat(drift(outward)).hasSize(1);
    }

    @Test
    void ruleOfASiblingThatDriftedItselfIsToldOnceByTheSibling() {
        String rule =
                "{'id': 'sgr-1', 'security_group_id': 'sg-1', 'ip_protocol': 'tcp', 'from_port': 443, 'to_port': 443,"
                        + " 'cidr_ipv4': '%s'}";
        Scene scene = group(from("10.0.0.0/8"), from("0.0.0.0/0"))
                .drifted(
                        "aws_vpc_security_group_ingress_rule.b",
                        rule.formatted("10.0.0.0/8"),
                        rule.formatted("0.0.0.0/0"));

        assertThat(drift(scene)).containsExactly("cidr_ipv4 \"10.0.0.0/8\" \"0.0.0.0/0\"");
    }

    @Test
    void ruleWhoseSiblingIsGoneIsToldOnceByTheSibling() {
        Scene scene = group(from("10.0.0.0/8"), "")
                .drifted(
                        "aws_vpc_security_group_ingress_rule.b",
                        "{'id': 'sgr-1', 'security_group_id': 'sg-1', 'ip_protocol': 'tcp', 'from_port': 443,"
                                + " 'to_port': 443, 'cidr_ipv4': '10.0.0.0/8'}",
                        "null");

        assertThat(drift(scene)).containsExactly("id \"sgr-1\" null");
    }

    @Test
    void inlineRuleThatWentIsDriftEvenBesideManagedOnes() {
        assertThat(drift(group(from("10.0.0.0/8"), ""))).hasSize(1);
    }

    @Test
    void ruleToTheGroupItselfIsOwned() {
        Scene scene = group("", "{" + RULE.replace("'self': false", "'self': true") + ", 'cidr_blocks': []}")
                .beside(
                        "aws_vpc_security_group_ingress_rule.b",
                        "{'security_group_id': 'sg-1', 'ip_protocol': 'tcp', 'from_port': 443, 'to_port': 443,"
                                + " 'referenced_security_group_id': 'sg-1'}");

        assertThat(drift(scene)).isEmpty();
    }

    @Test
    void routeIsOwnedOnlyWithItsTarget() {
        String table =
                "{'id': 'rtb-1', 'route': [{'cidr_block': '0.0.0.0/0', 'gateway_id': 'igw-1', 'nat_gateway_id': ''}]}";
        String route = "{'route_table_id': 'rtb-1', 'destination_cidr_block': '0.0.0.0/0', 'gateway_id': '%s'}";

        assertThat(drift(Scene.planned()
                        .drifted("aws_route_table.a", "{'id': 'rtb-1', 'route': []}", table)
                        .beside("aws_route.a", route.formatted("igw-1"))))
                .isEmpty();
        assertThat(drift(Scene.planned()
                        .drifted("aws_route_table.a", "{'id': 'rtb-1', 'route': []}", table)
                        .beside("aws_route.a", route.formatted("igw-2"))))
                .hasSize(1);
    }

    @Test
    void inlinePolicyIsOwnedByNameAndEquivalentDocument() {
        String live = "{`Version`:`2012-10-17`,`Statement`:[{`Effect`:`Allow`,`Action`:[`s3:Get`],`Resource`:`*`}]}";
        String same = "{`Version`:`2012-10-17`,`Statement`:{`Effect`:`Allow`,`Resource`:[`*`],`Action`:`s3:Get`}}";
        Scene owned =
                role(live).beside("aws_iam_role_policy.p", "{'role': 'r', 'name': 'p', 'policy': " + text(same) + "}");
        Scene widened = role(live.replace("s3:Get", "s3:*"))
                .beside("aws_iam_role_policy.p", "{'role': 'r', 'name': 'p', 'policy': " + text(same) + "}");
        Scene renamed =
                role(live).beside("aws_iam_role_policy.p", "{'role': 'r', 'name': 'q', 'policy': " + text(same) + "}");

        assertThat(drift(owned)).isEmpty();
        assertThat(drift(widened)).hasSize(1);
        assertThat(drift(renamed)).hasSize(1);
    }

    @Test
    void attachedPolicyIsOwnedByItsArn() {
        Scene scene = Scene.planned()
                .drifted(
                        "aws_iam_role.r",
                        "{'name': 'r', 'managed_policy_arns': []}",
                        "{'name': 'r', 'managed_policy_arns': ['arn:a', 'arn:b', 'arn:rogue']}")
                .beside("aws_iam_role_policy_attachment.a", "{'role': 'r', 'policy_arn': 'arn:a'}")
                .beside("aws_iam_policy_attachment.b", "{'roles': ['q', 'r'], 'policy_arn': 'arn:b'}");

        assertThat(drift(scene)).containsExactly("managed_policy_arns[*] null \"arn:rogue\"");
    }

    @Test
    void policyOfAQueueIsOwnedOnlyAsItIsLive() {
        String policy = "{`Version`:`2012-10-17`,`Statement`:[{`Effect`:`Allow`,`Action`:`sqs:Send`,`Principal`:`*`}]}";
        Scene scene = Scene.planned()
                .drifted("aws_sqs_queue.q", "{'id': 'u', 'policy': ''}", "{'id': 'u', 'policy': " + text(policy) + "}");

        assertThat(drift(scene)).hasSize(1);
        assertThat(drift(scene.beside("aws_sqs_queue_policy.q", "{'queue_url': 'u', 'policy': " + text(policy) + "}")))
                .isEmpty();
    }

    @Test
    void settingsOfABucketAreOwnedByResourcesOfTheirOwn() {
        Scene scene = Scene.planned()
                .drifted(
                        "aws_s3_bucket.b",
                        "{'id': 'b', 'bucket': 'b', 'versioning': [{'enabled': false, 'mfa_delete': false}], 'logging': [],"
                                + " 'cors_rule': [], 'lifecycle_rule': [], 'request_payer': ''}",
                        "{'id': 'b', 'bucket': 'b', 'versioning': [{'enabled': true, 'mfa_delete': false}],"
                                + " 'logging': [{'target_bucket': 'l', 'target_prefix': ''}],"
                                + " 'cors_rule': [{'allowed_methods': ['GET'], 'allowed_origins': ['*'], 'max_age_seconds': 0}],"
                                + " 'lifecycle_rule': [{'id': 'x', 'enabled': true, 'prefix': 'tmp/',"
                                + " 'expiration': [{'days': 7, 'expired_object_delete_marker': false}]}],"
                                + " 'request_payer': 'Requester'}")
                .beside(
                        "aws_s3_bucket_versioning.b",
                        "{'bucket': 'b', 'versioning_configuration': [{'status': 'Enabled', 'mfa_delete': ''}]}")
                .beside("aws_s3_bucket_logging.b", "{'bucket': 'b', 'target_bucket': 'l', 'target_prefix': ''}")
                .beside(
                        "aws_s3_bucket_cors_configuration.b",
                        "{'bucket': 'b', 'rule': [{'id': '', 'allowed_methods': ['GET'], 'allowed_origins': ['*']}]}")
                .beside(
                        "aws_s3_bucket_lifecycle_configuration.b",
                        "{'bucket': 'b', 'rule': [{'id': 'x', 'status': 'Enabled', 'filter': [{'prefix': 'tmp/'}],"
                                + " 'expiration': [{'days': 7}]}]}")
                .beside("aws_s3_bucket_request_payment_configuration.b", "{'bucket': 'b', 'payer': 'Requester'}");

        assertThat(judged(scene).noise()).containsEntry("owned-by-sibling", 5);
        assertThat(judged(scene).noted()).isEmpty();
        assertThat(drift(scene)).isEmpty();
    }

    @Test
    void encryptionThatNoSiblingAccountsForIsDrift() {
        String live = "{'id': 'b', 'server_side_encryption_configuration': [{'rule':"
                + " [{'apply_server_side_encryption_by_default': [{'sse_algorithm': 'AES256'}], 'bucket_key_enabled': false}]}]}";
        String rule = "{'bucket': 'b', 'rule': [{'apply_server_side_encryption_by_default': [{'sse_algorithm': '%s',"
                + " 'kms_master_key_id': ''}], 'bucket_key_enabled': null}]}";
        String before = "{'id': 'b', 'server_side_encryption_configuration': []}";

        assertThat(drift(Scene.planned()
                        .drifted("aws_s3_bucket.b", before, live)
                        .beside("aws_s3_bucket_server_side_encryption_configuration.b", rule.formatted("AES256"))))
                .isEmpty();
        assertThat(drift(Scene.planned()
                        .drifted("aws_s3_bucket.b", before, live)
                        .beside("aws_s3_bucket_server_side_encryption_configuration.b", rule.formatted("aws:kms"))))
                .hasSize(1);
    }

    private static Scene role(String policy) {
        return Scene.planned()
                .drifted(
                        "aws_iam_role.r",
                        "{'name': 'r', 'inline_policy': []}",
                        "{'name': 'r', 'inline_policy': [{'name': 'p', 'policy': " + text(policy) + "}]}");
    }

    private static String text(String json) {
        return "'" + json.replace("`", "\\\"") + "'";
    }
}
