/**
 * Which stacks a change concerns, by Terramate's rules: where the change begins, which files differ since then, and whose plan
 * depends on them.
 */
@NullMarked
package dev.drift.terramate.change;

import org.jspecify.annotations.NullMarked;
