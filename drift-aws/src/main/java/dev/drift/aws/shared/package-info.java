/**
 * One provider process for all stacks that need the same one. For each lease a small gRPC server takes the place of the
 * provider: it answers what is the same for every stack from memory, forwards the rest to the process that the stack's own
 * configuration asks for, and keeps what passes as evidence. It never passes on what writes. Whatever is not as expected makes
 * the stack be looked at without it: a lease of this room may cost time, never truth.
 */
@NullMarked
package dev.drift.aws.shared;

import org.jspecify.annotations.NullMarked;
