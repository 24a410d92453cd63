/**
 * The states of stacks, read by ourselves: which types they hold, whether somebody works on them, and whether they moved
 * while a stack was looked at. States are untrusted and full of secrets, so they are streamed, none of their values is kept,
 * and what cannot be understood is told without quoting it. Where a state lives is read by others; what the tool would be run
 * with decides how it is reached, never the environment of this process.
 */
@NullMarked
package dev.drift.aws.state;

import org.jspecify.annotations.NullMarked;
