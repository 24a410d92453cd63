/**
 * Runs the looking: bounded parallelism, a timeout for every stack, and isolation, so that what one stack does never
 * touches the result of another.
 */
@NullMarked
package dev.drift.detection;

import org.jspecify.annotations.NullMarked;
