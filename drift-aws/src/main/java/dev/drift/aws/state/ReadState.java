package dev.drift.aws.state;

import java.util.Optional;

/**
 * What a stream held.
 *
 * @param content what it holds in the open; nothing where it is encrypted
 * @param envelope the encrypted state, if it is one
 */
record ReadState(StateVersion version, String toolVersion, StateContent.Seen content, Optional<Envelope> envelope) {}
