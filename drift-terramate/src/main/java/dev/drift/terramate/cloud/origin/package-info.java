/**
 * Where a run comes from: the repository and commit, read from git, and the job and the review request, read from what GitHub
 * and GitLab tell their jobs. Nothing is asked over the network.
 */
@NullMarked
package dev.drift.terramate.cloud.origin;

import org.jspecify.annotations.NullMarked;
