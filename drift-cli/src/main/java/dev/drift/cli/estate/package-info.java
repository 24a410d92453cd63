/**
 * Reads {@code drift.yaml}: from YAML with the place of everything, to the estate that the library decides about. Whatever is
 * wrong is told at once, each with file, line and column.
 */
@NullMarked
package dev.drift.cli.estate;

import org.jspecify.annotations.NullMarked;
