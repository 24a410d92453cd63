/**
 * Where a run takes place, as the variables of a GitHub Actions job and the event behind it say. What does not look as it should
 * is taken as not said.
 */
@NullMarked
package dev.drift.github.job;

import org.jspecify.annotations.NullMarked;
