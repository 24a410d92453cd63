/**
 * In which order Terramate runs stacks: what {@code after} and {@code before} name, parents before children, and a fixed
 * order among those that are free (Kahn's algorithm, batch by batch).
 */
@NullMarked
package dev.drift.terramate.order;

import org.jspecify.annotations.NullMarked;
