/**
 * Running a tool: what goes in is explicit, what comes out is bounded, and whatever happens no process stays behind. Knows
 * nothing of terraform.
 */
@NullMarked
package dev.drift.terramate.process;

import org.jspecify.annotations.NullMarked;
