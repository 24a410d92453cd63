/**
 * Which stacks exist, which of them a change concerns, and which of them a run looks at.
 */
@NullMarked
package dev.drift.catalog;

import org.jspecify.annotations.NullMarked;
