/**
 * Files of this machine that Drift keeps for itself: readable for their owner only, whole or not at all, and written by one at a
 * time, also among processes. What stands in them belongs to other rooms.
 */
@NullMarked
package dev.drift.file;

import org.jspecify.annotations.NullMarked;
