/**
 * An AWS account without a memory, for any number of equal stacks: what a read is told follows from the name in it.
 *
 * <p>{@link dev.drift.it.fake.FakeAws} answers what the provider asks while it refreshes the ten resources of a set,
 * refuses to be written to, and fails on demand. {@link dev.drift.it.fake.UniformEstate} writes stacks that are in sync
 * with it. Where the variety of an account matters, not its speed or its faults, take moto.
 */
@NullMarked
package dev.drift.it.fake;

import org.jspecify.annotations.NullMarked;
