/**
 * The truth (design 5): pure functions from an observation and a rule book to the outcome of a stack. Nothing here reads
 * a file, a clock or the network. Values that leave this room are already redacted.
 */
@NullMarked
package dev.drift.diagnosis;

import org.jspecify.annotations.NullMarked;
