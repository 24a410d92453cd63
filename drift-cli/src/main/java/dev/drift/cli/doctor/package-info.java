/** Looks for what would make a run lie or fail, before it does. Each examination is small and says how to put right what it finds. */
@NullMarked
package dev.drift.cli.doctor;

import org.jspecify.annotations.NullMarked;
