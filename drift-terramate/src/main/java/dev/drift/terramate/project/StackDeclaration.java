package dev.drift.terramate.project;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import java.util.List;

/**
 * A stack as its block declares it.
 *
 * @param stack what it is
 * @param after what runs before it: paths, or {@code tag:} filters
 * @param before what runs after it, in the same forms
 * @param watch files outside of its directory that concern it: paths, relative to it or from the root
 * @param where its block stands, as {@code file:line:column}
 */
public record StackDeclaration(Stack stack, List<String> after, List<String> before, List<String> watch, String where) {

    public StackDeclaration {
        requireNonNull(stack, "stack is null");
        after = List.copyOf(after);
        before = List.copyOf(before);
        watch = List.copyOf(watch);
        requireNonNull(where, "where is null");
    }
}
