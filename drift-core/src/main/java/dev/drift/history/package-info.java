/**
 * What was before: when a stack was last checked, and since when it drifts.
 */
@NullMarked
package dev.drift.history;

import org.jspecify.annotations.NullMarked;
