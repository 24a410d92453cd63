/**
 * The ground under every room: JSON-like values, paths into them, marks over them and what differs between two of them.
 * Nothing here knows about stacks, vendors or reports. The strict JSON reader and writer of this room are the one codec of
 * reports, policies and the audit trail.
 */
@NullMarked
package dev.drift.value;

import org.jspecify.annotations.NullMarked;
