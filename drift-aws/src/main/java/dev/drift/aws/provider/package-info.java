/**
 * Providers as programs: found, verified against the lock file, started, spoken to and ended. Knows the handshake and how
 * messages travel, nothing of what they say.
 */
@NullMarked
package dev.drift.aws.provider;

import org.jspecify.annotations.NullMarked;
