/**
 * What GitHub shows of a report, as text: pure functions, byte for byte the same for the same findings. What tells of one run only
 * stands in the footer, so that a report that says nothing new need not be written. Strangers' text stands in code only, and
 * what does not fit is left out step by step, and named.
 */
@NullMarked
package dev.drift.github.page;

import org.jspecify.annotations.NullMarked;
