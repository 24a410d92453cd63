/**
 * Our search for changed stacks held against the real Terramate: every case is a small history that states one fact, both are
 * asked what changed, and what they say must be the same, unless the case names a deliberate difference.
 */
@NullMarked
package dev.drift.it.changes;

import org.jspecify.annotations.NullMarked;
