/**
 * A GitHub for tests: it keeps comments, issues, check runs and statuses, gives pages and entity tags, refuses what the real one
 * refuses for its size, and fails as it is told.
 */
@NullMarked
package dev.drift.github.fake;

import org.jspecify.annotations.NullMarked;
