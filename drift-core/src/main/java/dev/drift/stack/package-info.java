/**
 * The vocabulary: a stack, its path, its id, its tags, and the selector that picks stacks by their tags (design 4).
 */
@NullMarked
package dev.drift.stack;

import org.jspecify.annotations.NullMarked;
