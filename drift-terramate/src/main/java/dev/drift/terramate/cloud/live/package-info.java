/**
 * What a run of detection tells Terramate Cloud while it goes on: the sink that the front door tells, whether it is switched on,
 * and which of a tool's lines may leave at once. Sessions do the sending, in the background.
 */
@NullMarked
package dev.drift.terramate.cloud.live;

import org.jspecify.annotations.NullMarked;
