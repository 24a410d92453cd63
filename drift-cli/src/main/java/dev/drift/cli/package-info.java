/**
 * The command: parses, has the library do the work, renders and exits. Whatever decides something about stacks lives in the
 * library; what is here knows options, streams, terminals and exit codes.
 */
@NullMarked
package dev.drift.cli;

import org.jspecify.annotations.NullMarked;
