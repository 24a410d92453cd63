/**
 * Plans that real tools made of real objects, and what must be said of them. Whoever changes the judge reads here what
 * that changes.
 */
@NullMarked
package dev.drift.it.corpus;

import org.jspecify.annotations.NullMarked;
