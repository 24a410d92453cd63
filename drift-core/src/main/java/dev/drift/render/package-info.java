/**
 * Reports as text for people and for other tools: pure functions of a report, byte for byte reproducible. Text that comes
 * from an estate is hostile until it is escaped for the place it is written to.
 */
@NullMarked
package dev.drift.render;

import org.jspecify.annotations.NullMarked;
