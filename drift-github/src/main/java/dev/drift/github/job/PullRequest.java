package dev.drift.github.job;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The pull request that a job runs for.
 *
 * @param number its number
 * @param head the commit at its head, on which checks are shown; the commit of the job is another one
 * @param fork the repository it comes from, if that is another one: its code is a stranger's, and its token only reads
 */
public record PullRequest(int number, String head, Optional<String> fork) {
    public PullRequest {
        requireNonNull(head, "head is null");
        requireNonNull(fork, "fork is null");
        if (number < 1) {
            throw new IllegalArgumentException("A pull request has a number from 1 on: " + number);
        }
    }
}
