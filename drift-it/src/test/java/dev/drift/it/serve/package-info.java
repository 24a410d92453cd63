/** The packaged {@code drift serve} over a small estate: it catches up, tells what was missed, and stops when it is told to. */
@NullMarked
package dev.drift.it.serve;

import org.jspecify.annotations.NullMarked;
