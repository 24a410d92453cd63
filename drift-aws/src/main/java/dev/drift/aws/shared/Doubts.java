package dev.drift.aws.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the failures that a shared provider can be to blame for: what it left out of a schema, and what happens between a
 * tool and a provider. What the cloud or the provider itself says would be the same without it.
 */
final class Doubts {

    private static final Pattern OURS = Pattern.compile(
            "Invalid (ephemeral )?(resource|data source|resource type|action|list)( type)?\\b(?=:? ?(\\(|The provider|$))"
                    + "|does not support (resource type|data source|ephemeral resource|list resource|action)"
                    + "|no schema available|no schema for|missing (resource )?schema|schema (is )?(not )?found for"
                    + "|Failed to (load|obtain|retrieve) (plugin|provider) schemas?|Could not load (the )?(plugin|schema)"
                    + "|failed to (retrieve|load|read) schema|Failed to instantiate provider|Unsupported plugin"
                    + "|[Pp]lugin (did not respond|error|protocol|crashed)|rpc error|Unrecognized remote plugin message"
                    + "|Incompatible API version|[Rr]eattach|timeout while waiting for plugin"
                    + "|There is no function named|[Uu]nknown provider function|function .{1,80} not available"
                    + "|Inconsistent dependency lock file|Required plugins are not installed"
                    + "|Missing required provider|transport is closing|The provider cannot be shared");

    private Doubts() {}

    /** Why the lease of a stack that failed like this is taken back. */
    static Optional<String> about(String failure) {
        Matcher ours = OURS.matcher(failure);
        return ours.find() ? Optional.of("it failed under the shared provider: " + ours.group()) : Optional.empty();
    }
}
