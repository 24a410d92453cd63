/**
 * How wrong input is told to a user: every problem at once, each with its place, and never a secret among them.
 *
 * <p>Whatever reads options, files or selectors collects what it finds wrong in {@link dev.drift.config.Problems} and
 * throws once. Trouble met while a run is under way is not a configuration problem and has its own types.
 */
@NullMarked
package dev.drift.config;

import org.jspecify.annotations.NullMarked;
