/**
 * What was seen of one stack: the port that looks, what it needs for looking, and what it hands in. An observation is data
 * without judgement; the next room judges it. Observations hold clear values and stay inside the process.
 */
@NullMarked
package dev.drift.observation;

import org.jspecify.annotations.NullMarked;
