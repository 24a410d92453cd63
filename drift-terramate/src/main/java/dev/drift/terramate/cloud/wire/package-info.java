/**
 * Requests and answers over HTTP: who is asked, with what credential, how long to wait, what may be asked twice, and what an
 * answer that is no answer means. Knows nothing of what is asked. OkHttp stays behind {@link dev.drift.terramate.cloud.wire.Wire}.
 */
@NullMarked
package dev.drift.terramate.cloud.wire;

import org.jspecify.annotations.NullMarked;
