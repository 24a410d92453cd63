package dev.drift.aws;

import static dev.drift.aws.Shapes.bare;
import static dev.drift.aws.Shapes.content;
import static dev.drift.aws.Shapes.isEnabled;
import static dev.drift.aws.Shapes.object;
import static dev.drift.aws.Shapes.only;

import dev.drift.diagnosis.Ownership;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The attributes of a bucket that resources of their own set. */
final class BucketParts {

    private static final List<String> CORS =
            List.of("allowed_headers", "allowed_methods", "allowed_origins", "expose_headers");

    private BucketParts() {}

    /** The ownable attributes of {@code aws_s3_bucket}. */
    static Map<String, Ownership> all() {
        Map<String, Ownership> parts = new LinkedHashMap<>();
        putSettings(parts);
        putBlocks(parts);
        putLists(parts);
        return parts;
    }

    private static void putSettings(Map<String, Ownership> parts) {
        parts.put("policy", Whole.text("policy", link("policy")));
        parts.put("acl", Whole.text("acl", link("acl")));
        parts.put("acceleration_status", Whole.text("status", link("accelerate_configuration")));
        parts.put("request_payer", Whole.text("payer", link("request_payment_configuration")));
        parts.put("versioning", new Whole(link("versioning"), BucketParts::versioning, BucketParts::siblingVersioning));
    }

    private static void putBlocks(Map<String, Ownership> parts) {
        parts.put(
                "server_side_encryption_configuration",
                new Whole(
                        link("server_side_encryption_configuration"),
                        own -> bare(only(own).field("rule")),
                        sibling -> bare(sibling.field("rule"))));
        parts.put("logging", new Whole(link("logging"), own -> logging(only(own)), BucketParts::logging));
        parts.put(
                "website", new Whole(link("website_configuration"), BucketParts::website, BucketParts::siblingWebsite));
        parts.put(
                "object_lock_configuration",
                new Whole(link("object_lock_configuration"), own -> lock(only(own)), BucketParts::lock));
        parts.put(
                "object_lock_enabled",
                new Whole(
                        link("object_lock_configuration"),
                        own -> own,
                        sibling -> isEnabled(sibling.field("object_lock_enabled"))));
        parts.put(
                "replication_configuration",
                new Whole(
                        link("replication_configuration"),
                        own -> BucketReplication.of(only(own), "rules"),
                        sibling -> BucketReplication.of(sibling, "rule")));
    }

    private static void putLists(Map<String, Ownership> parts) {
        parts.put(
                "cors_rule",
                new Listed(rule -> List.of(cors(rule)), Map.of(link("cors_configuration"), items("rule"))));
        parts.put(
                "lifecycle_rule",
                new Listed(
                        rule -> List.of(BucketLifecycle.canonical(rule)),
                        Map.of(link("lifecycle_configuration"), BucketLifecycle::ofSibling)));
        parts.put("grant", new Listed(BucketParts::grants, Map.of(link("acl"), BucketParts::siblingGrants)));
    }

    private static Link link(String suffix) {
        return Link.of("aws_s3_bucket_" + suffix, "bucket", "id", "bucket");
    }

    private static Function<Value, List<Value>> items(String field) {
        return sibling -> sibling.field(field).items();
    }

    private static Value versioning(Value own) {
        Value block = only(own);
        return bare(object("enabled", block.field("enabled"), "mfa_delete", block.field("mfa_delete")));
    }

    private static Value siblingVersioning(Value sibling) {
        Value block = only(sibling.field("versioning_configuration"));
        return bare(object(
                "enabled", isEnabled(block.field("status")), "mfa_delete", isEnabled(block.field("mfa_delete"))));
    }

    private static Value logging(Value block) {
        return bare(
                object("target_bucket", block.field("target_bucket"), "target_prefix", block.field("target_prefix")));
    }

    private static Value lock(Value block) {
        Value retention = only(only(block.field("rule")).field("default_retention"));
        return bare(object("object_lock_enabled", block.field("object_lock_enabled"), "default_retention", retention));
    }

    private static Value website(Value own) {
        Value block = only(own);
        return bare(object(
                "index", block.field("index_document"),
                "error", block.field("error_document"),
                "redirect", block.field("redirect_all_requests_to"),
                "rules", content(block.field("routing_rules"))));
    }

    private static Value siblingWebsite(Value sibling) {
        Value redirect = only(sibling.field("redirect_all_requests_to"));
        String host = redirect.field("host_name").text().orElse("");
        String scheme = redirect.field("protocol")
                .text()
                .filter(text -> !text.isEmpty())
                .map(text -> text + "://")
                .orElse("");
        return bare(object(
                "index", only(sibling.field("index_document")).field("suffix"),
                "error", only(sibling.field("error_document")).field("key"),
                "redirect", Value.of(scheme + host),
                "rules", content(sibling.field("routing_rules"))));
    }

    /** A rule with its lists in order; the identifier is known to the sibling only. */
    private static Value cors(Value rule) {
        Map<String, Value> canonical = new LinkedHashMap<>();
        CORS.forEach(field -> canonical.put(field, Shapes.sorted(rule.field(field))));
        canonical.put(
                "max_age_seconds",
                rule.field("max_age_seconds").isNull() ? Value.of(0) : rule.field("max_age_seconds"));
        return Value.of(canonical);
    }

    private static List<Value> grants(Value grant) {
        return grant.field("permissions").items().stream()
                .map(permission -> grant(grant, permission))
                .toList();
    }

    private static List<Value> siblingGrants(Value sibling) {
        return only(sibling.field("access_control_policy")).field("grant").items().stream()
                .map(grant -> grant(only(grant.field("grantee")), grant.field("permission")))
                .toList();
    }

    private static Value grant(Value grantee, Value permission) {
        return object(
                "id", grantee.field("id"),
                "type", grantee.field("type"),
                "uri", grantee.field("uri"),
                "permissions", Value.of(List.of(permission)));
    }
}
