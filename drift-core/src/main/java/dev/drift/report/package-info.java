/**
 * What the run says: the checked stacks, the skipped ones, the counts, the verdict, and the stable JSON form of it all.
 */
@NullMarked
package dev.drift.report;

import org.jspecify.annotations.NullMarked;
