/**
 * What Drift costs, as ratios against the real peer in the same run, printed and never asserted: {@code mvn verify
 * -Pbenchmarks}. What a benchmark does assert is that both sides gave the same answer.
 */
@NullMarked
package dev.drift.it.benchmark;

import org.jspecify.annotations.NullMarked;
