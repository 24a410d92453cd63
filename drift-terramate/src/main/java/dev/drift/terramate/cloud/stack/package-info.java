/** Stacks as Terramate Cloud knows them, and how they stand there. */
@NullMarked
package dev.drift.terramate.cloud.stack;

import org.jspecify.annotations.NullMarked;
