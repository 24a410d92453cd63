/**
 * Looks at stacks without their tool, where a full plan in which nothing moved is remembered and code, state, variables and
 * account are still the same: each object of the state is read by the provider, and only if all of them read back equal is the
 * stack in sync. Everything else is planned; only where that is asked for, a stack is read without any plan, with its provider
 * as the code configures it by literals, and what the code asks for is left open. Nothing here ever says that something drifted, and nothing that was not read is
 * called in sync. What is remembered holds no value of a state and no secret of a configuration.
 */
@NullMarked
package dev.drift.aws.live;

import org.jspecify.annotations.NullMarked;
