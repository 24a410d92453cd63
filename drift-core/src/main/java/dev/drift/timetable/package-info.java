/**
 * When each cell is due, and what became of the ticks of its schedule: which is to be run now, which were missed, and until when
 * there is nothing to do. Everything here is a function of moments that it is given; nothing asks a clock, waits or starts a run.
 */
@NullMarked
package dev.drift.timetable;

import org.jspecify.annotations.NullMarked;
