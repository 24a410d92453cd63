/**
 * What a run tells Terramate Cloud of each of its stacks while it goes on: begun, logs, ended. All of it happens in the
 * background, in order for each stack, within bounds of memory and time, and never changes what the run does. What was begun
 * is ended, if need be by a later run.
 */
@NullMarked
package dev.drift.terramate.cloud.session;

import org.jspecify.annotations.NullMarked;
