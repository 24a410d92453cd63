/**
 * Which stacks exist, and which of them a run looks at.
 */
@NullMarked
package dev.drift.catalog;

import org.jspecify.annotations.NullMarked;
