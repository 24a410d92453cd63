/**
 * Tells GitHub what a run found: a job summary, annotations, a check, a comment on the pull request, an issue for each drifted
 * stack. {@link dev.drift.github.GitHubDelivery} says what is wanted, {@link dev.drift.github.GitHubSinks} are the sinks of it.
 * A GitHub that is slow, down or says no changes nothing about a run.
 */
@NullMarked
package dev.drift.github;

import org.jspecify.annotations.NullMarked;
