/**
 * What tools print, on its way to people: which lines may hold values and wait until it is known what is secret, and what a line
 * is cleaned of. Who prints is the probe room's affair, who listens that of the front door and of Terramate Cloud.
 */
@NullMarked
package dev.drift.terramate.output;

import org.jspecify.annotations.NullMarked;
