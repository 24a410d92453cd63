package dev.drift.code;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Facts read from the code of one stack, local modules included.
 *
 * @param tool the tool the stack looks like it is made for
 * @param state where its state lives
 * @param providers the providers it configures or locks, by source, then alias
 * @param resourceTypes the types of managed, data and ephemeral resources and of actions it names, sorted
 * @param ignores the {@code ignore_changes} of its resources
 * @param digest what the code is recognised by
 */
public record StackCode(
        IacTool tool,
        StateLocation state,
        List<ProviderUse> providers,
        Set<String> resourceTypes,
        IgnoreChanges ignores,
        CodeDigest digest) {

    public StackCode {
        requireNonNull(tool, "tool is null");
        requireNonNull(state, "state is null");
        providers = List.copyOf(providers);
        resourceTypes = java.util.Collections.unmodifiableSet(new TreeSet<>(resourceTypes));
        requireNonNull(ignores, "ignores is null");
        requireNonNull(digest, "digest is null");
    }
}
