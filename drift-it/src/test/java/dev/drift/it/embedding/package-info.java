/**
 * Drift as a library: what the README shows is compiled here, and both ways to wire it give the same run.
 */
@NullMarked
package dev.drift.it.embedding;

import org.jspecify.annotations.NullMarked;
