/**
 * Requests and answers over HTTP with GitHub's REST interface: where it is, how long to wait, what may be asked twice, how often
 * GitHub wants to be asked, and what a refusal means. Knows nothing of what is asked. OkHttp stays behind
 * {@link dev.drift.github.wire.GitHubWire}.
 */
@NullMarked
package dev.drift.github.wire;

import org.jspecify.annotations.NullMarked;
