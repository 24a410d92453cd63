/**
 * A GitHub for tests: it keeps comments, issues, check runs, statuses and deployments, gives tokens to an app, pages and entity
 * tags, refuses what the real one refuses, and fails as it is told. What it takes and gives is held against a slice of GitHub's own
 * description of its interface.
 */
@NullMarked
package dev.drift.github.fake;

import org.jspecify.annotations.NullMarked;
