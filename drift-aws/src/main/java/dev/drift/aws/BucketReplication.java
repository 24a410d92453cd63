package dev.drift.aws;

import dev.drift.value.Value;

/**
 * What a replication is about: under which role which rule copies what where. The finer settings of a rule are read by the
 * resource of their own as well, and their drift is told there.
 */
final class BucketReplication {

    private BucketReplication() {}

    /** The replication in a block, its rules being in the field named. */
    static Value of(Value block, String rules) {
        return Shapes.object(
                "role",
                block.field("role"),
                "rules",
                Shapes.sorted(Value.of(block.field(rules).items().stream()
                        .map(BucketReplication::rule)
                        .toList())));
    }

    private static Value rule(Value rule) {
        Value destination = Shapes.only(rule.field("destination"));
        return Shapes.bare(Shapes.object(
                "id", rule.field("id"),
                "status", rule.field("status"),
                "priority", rule.field("priority"),
                "bucket", destination.field("bucket"),
                "account",
                        destination.field("account").isNull()
                                ? destination.field("account_id")
                                : destination.field("account")));
    }
}
