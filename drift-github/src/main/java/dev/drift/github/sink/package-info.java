/**
 * The places on GitHub that a report or a preview is delivered to. Each finds what an earlier run wrote by its marker and its author, writes
 * only what says something new, and looks again before it makes something whose answer was lost.
 */
@NullMarked
package dev.drift.github.sink;

import org.jspecify.annotations.NullMarked;
