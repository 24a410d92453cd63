/**
 * A Terramate project as it lies on disk: where it begins, which directories belong to it, what its files say, and which of
 * its directories are stacks. It refuses what Terramate refuses, all mistakes at once, and never leaves out what it could not
 * read: a list with a hole in it would make drift invisible.
 */
@NullMarked
package dev.drift.terramate.project;

import org.jspecify.annotations.NullMarked;
