package dev.drift.github.wire;

import dev.drift.config.Secret;

/** What lets requests in. Asked before each of them; safe for several threads. */
@FunctionalInterface
public interface Bearer {

    /**
     * The token to send.
     *
     * @throws GitHubException if there is none
     */
    Secret token() throws GitHubException;
}
