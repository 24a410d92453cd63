/**
 * What Terramate Cloud is told of a run, held against the vendor's own fake of it and against what the vendor's command tells.
 *
 * <p>{@link dev.drift.it.cloudsync.FakeCloud} is the vendor's program in a network of its own,
 * {@link dev.drift.it.cloudsync.RecordingProxy} stands before it and keeps every request;
 * {@link dev.drift.it.cloudsync.Synced} holds a small estate that both commands have told of.
 */
@NullMarked
package dev.drift.it.cloudsync;

import org.jspecify.annotations.NullMarked;
