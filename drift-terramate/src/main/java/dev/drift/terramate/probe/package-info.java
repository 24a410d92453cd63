/**
 * One look at one stack through the tool that made it: where the tool works so that the checkout is never written, what it is
 * told, and what its failures mean. Reading the plan belongs to the plan room, running processes to the process room.
 */
@NullMarked
package dev.drift.terramate.probe;

import org.jspecify.annotations.NullMarked;
