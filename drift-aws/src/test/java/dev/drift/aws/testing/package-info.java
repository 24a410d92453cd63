/** Peers that tests of this module talk to: real processes that do what a test tells them. */
@NullMarked
package dev.drift.aws.testing;

import org.jspecify.annotations.NullMarked;
