package dev.drift.github.job;

import static java.util.Objects.requireNonNull;

/**
 * The pull request that a job runs for.
 *
 * @param number its number
 * @param head the commit at its head, on which checks are shown; the commit of the job is another one
 */
public record PullRequest(int number, String head) {
    public PullRequest {
        requireNonNull(head, "head is null");
        if (number < 1) {
            throw new IllegalArgumentException("A pull request has a number from 1 on: " + number);
        }
    }
}
