package dev.drift.aws;

import dev.drift.diagnosis.Ownership;
import dev.drift.diagnosis.RuleBook;
import java.util.List;
import java.util.Map;

/** Which attributes of which types sibling resources may own. */
final class Owners {

    private Owners() {}

    /** Writes all of them into a book. */
    static void write(RuleBook.Builder book) {
        writeNetwork(book);
        writeIdentity(book);
        writePolicies(book);
        writeLists(book);
        BucketParts.all().forEach((attribute, ownership) -> book.ownership("aws_s3_bucket", attribute, ownership));
    }

    private static void writeNetwork(RuleBook.Builder book) {
        for (String group : List.of("aws_security_group", "aws_default_security_group")) {
            book.ownership(group, "ingress", new SecurityGroupRules("ingress"));
            book.ownership(group, "egress", new SecurityGroupRules("egress"));
        }
        for (String table : List.of("aws_route_table", "aws_default_route_table")) {
            book.ownership(table, "route", Networks.routes());
        }
        for (String acl : List.of("aws_network_acl", "aws_default_network_acl")) {
            book.ownership(acl, "ingress", Networks.accessRules(false));
            book.ownership(acl, "egress", Networks.accessRules(true));
        }
    }

    private static void writeIdentity(RuleBook.Builder book) {
        book.ownership(
                "aws_iam_role",
                "inline_policy",
                new Listed(
                        List::of,
                        Map.of(
                                Link.of("aws_iam_role_policy", "role", "name", "id"),
                                sibling -> List.of(Shapes.object(
                                        "name", sibling.field("name"), "policy", sibling.field("policy"))))));
        book.ownership(
                "aws_iam_role",
                "managed_policy_arns",
                Listed.texts(
                                "policy_arn",
                                Link.of("aws_iam_role_policy_attachment", "role", "name", "id"),
                                Link.of("aws_iam_policy_attachment", "roles", "name", "id"))
                        .and(Listed.texts(
                                "policy_arns",
                                Link.of("aws_iam_role_policy_attachments_exclusive", "role_name", "name", "id"))));
    }

    private static void writePolicies(RuleBook.Builder book) {
        policy(book, "aws_sqs_queue", "policy", Link.of("aws_sqs_queue_policy", "queue_url", "id", "url"));
        policy(
                book,
                "aws_sqs_queue",
                "redrive_policy",
                Link.of("aws_sqs_queue_redrive_policy", "queue_url", "id", "url"));
        policy(
                book,
                "aws_sqs_queue",
                "redrive_allow_policy",
                Link.of("aws_sqs_queue_redrive_allow_policy", "queue_url", "id", "url"));
        policy(book, "aws_sns_topic", "policy", Link.of("aws_sns_topic_policy", "arn", "arn", "id"));
        policy(
                book,
                "aws_sns_topic",
                "data_protection_policy",
                Link.of("aws_sns_topic_data_protection_policy", "arn", "arn", "id"));
        policy(book, "aws_kms_key", "policy", Link.of("aws_kms_key_policy", "key_id", "key_id", "id", "arn"));
        policy(
                book,
                "aws_secretsmanager_secret",
                "policy",
                Link.of("aws_secretsmanager_secret_policy", "secret_arn", "arn", "id"));
        policy(book, "aws_vpc_endpoint", "policy", Link.of("aws_vpc_endpoint_policy", "vpc_endpoint_id", "id"));
        policy(
                book,
                "aws_api_gateway_rest_api",
                "policy",
                Link.of("aws_api_gateway_rest_api_policy", "rest_api_id", "id"));
        for (String search : List.of("aws_opensearch_domain", "aws_elasticsearch_domain")) {
            policy(book, search, "access_policies", Link.of(search + "_policy", "domain_name", "domain_name"));
        }
    }

    /** The sibling holds the text under the same name as the object does. */
    private static void policy(RuleBook.Builder book, String type, String attribute, Link link) {
        book.ownership(type, attribute, Whole.text(attribute, link));
    }

    private static void writeLists(RuleBook.Builder book) {
        list(book, "aws_vpc_endpoint.route_table_ids", "route_table_id", endpoint("route_table"));
        list(book, "aws_vpc_endpoint.subnet_ids", "subnet_id", endpoint("subnet"));
        list(book, "aws_vpc_endpoint.security_group_ids", "security_group_id", endpoint("security_group"));
        Link scaling = Link.of("aws_autoscaling_attachment", "autoscaling_group_name", "name", "id");
        list(book, "aws_autoscaling_group.target_group_arns", "lb_target_group_arn", scaling);
        list(book, "aws_autoscaling_group.load_balancers", "elb", scaling);
        list(book, "aws_elb.instances", "instance", Link.of("aws_elb_attachment", "elb", "name", "id"));
        list(
                book,
                "aws_ecs_cluster.capacity_providers",
                "capacity_providers",
                Link.of("aws_ecs_cluster_capacity_providers", "cluster_name", "name"));
        list(
                book,
                "aws_instance.vpc_security_group_ids",
                "security_group_id",
                Link.of("aws_network_interface_sg_attachment", "network_interface_id", "primary_network_interface_id"));
        list(
                book,
                "aws_redshift_cluster.iam_roles",
                "iam_role_arns",
                Link.of("aws_redshift_cluster_iam_roles", "cluster_identifier", "cluster_identifier", "id"));
        list(
                book,
                "aws_rds_cluster.iam_roles",
                "role_arn",
                Link.of("aws_rds_cluster_role_association", "db_cluster_identifier", "cluster_identifier", "id"));
    }

    private static Link endpoint(String end) {
        return Link.of("aws_vpc_endpoint_" + end + "_association", "vpc_endpoint_id", "id");
    }

    private static void list(RuleBook.Builder book, String place, String siblingAttribute, Link link) {
        int dot = place.indexOf('.');
        Ownership owned = Listed.texts(siblingAttribute, link);
        book.ownership(place.substring(0, dot), place.substring(dot + 1), owned);
    }
}
