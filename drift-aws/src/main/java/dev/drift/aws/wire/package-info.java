/**
 * The messages of the provider protocol, versions 5 and 6, as far as Drift has to understand them. Messages stay bytes: the few
 * fields that matter are read by their numbers and exchanged in place, and every other field passes through as it came, so that
 * a provider may speak a newer version of the protocol than this page knows. Whatever a message says is somebody else's word:
 * nothing it holds makes a reader here do anything but answer or throw {@link dev.drift.aws.wire.WireException}.
 */
@NullMarked
package dev.drift.aws.wire;

import org.jspecify.annotations.NullMarked;
