/**
 * A preview from end to end: a branch of a real repository, the real terraform and AWS provider, an account that answers from a
 * script, and the vendor's own fake of Terramate Cloud.
 */
@NullMarked
package dev.drift.it.preview;

import org.jspecify.annotations.NullMarked;
