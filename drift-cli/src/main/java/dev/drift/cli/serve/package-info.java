/**
 * Follows the schedules of an estate: in this process alone, each cell in a thread of its own and with what it has to remember in
 * a folder; or together with other copies, which share the ticks through a database. What is to be done at which moment is decided
 * in {@link dev.drift.timetable}; here it is waited for, done and remembered.
 */
@NullMarked
package dev.drift.cli.serve;

import org.jspecify.annotations.NullMarked;
