package dev.drift.aws;

import static dev.drift.aws.Shapes.isEnabled;
import static dev.drift.aws.Shapes.object;
import static dev.drift.aws.Shapes.only;

import dev.drift.value.Essence;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lifecycle rules of a bucket, in the form the bucket itself writes them. */
final class BucketLifecycle {

    private BucketLifecycle() {}

    /** A rule as the bucket holds it, without defaults and with transitions in order. */
    static Value canonical(Value rule) {
        return Shapes.bare(rule);
    }

    /** The rules of {@code aws_s3_bucket_lifecycle_configuration}. */
    static List<Value> ofSibling(Value sibling) {
        return sibling.field("rule").items().stream().map(BucketLifecycle::rule).toList();
    }

    private static Value rule(Value rule) {
        Value filter = only(rule.field("filter"));
        Value and = only(filter.field("and"));
        Value abort = only(rule.field("abort_incomplete_multipart_upload"));
        return object(
                "id", rule.field("id"),
                "enabled", isEnabled(rule.field("status")),
                "prefix", firstFilled(rule.field("prefix"), filter.field("prefix"), and.field("prefix")),
                "tags", tags(only(filter.field("tag")), and.field("tags")),
                "abort_incomplete_multipart_upload_days", abort.field("days_after_initiation"),
                "expiration", rule.field("expiration"),
                "transition", rule.field("transition"),
                "noncurrent_version_expiration", noncurrent(rule.field("noncurrent_version_expiration")),
                "noncurrent_version_transition", noncurrent(rule.field("noncurrent_version_transition")));
    }

    private static Value firstFilled(Value... candidates) {
        return List.of(candidates).stream()
                .filter(candidate -> !Essence.isEmpty(candidate))
                .findFirst()
                .orElse(Value.ofNull());
    }

    private static Value tags(Value tag, Value tags) {
        return tag.field("key")
                .text()
                .map(key -> Value.of(Map.of(key, tag.field("value"))))
                .orElse(tags);
    }

    /** The bucket calls {@code days} what the resource of its own calls {@code noncurrent_days}. */
    private static Value noncurrent(Value blocks) {
        return Value.of(blocks.items().stream()
                .map(block -> {
                    Map<String, Value> fields = new LinkedHashMap<>();
                    fields.put("days", block.field("noncurrent_days"));
                    fields.put("storage_class", block.field("storage_class"));
                    return Value.of(fields);
                })
                .toList());
    }
}
