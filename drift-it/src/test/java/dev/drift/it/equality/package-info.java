/**
 * Plans made through the shared provider are the plans the tool makes alone: the same stack, planned both ways by both tools,
 * compared value for value.
 *
 * <p>The stack is in the resources: {@code common} as it always is, {@code before} as it was applied, {@code after} as its
 * code has become since. {@link dev.drift.it.equality.VariedStack} is what happens to it.
 */
@NullMarked
package dev.drift.it.equality;

import org.jspecify.annotations.NullMarked;
