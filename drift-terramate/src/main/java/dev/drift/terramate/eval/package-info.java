/**
 * Evaluates HCL expressions as Terramate does, as far as that needs nothing but the expression, the variables handed
 * in and files below one directory.
 *
 * <p>What cannot be known that way is an {@link dev.drift.terramate.eval.EvaluationException} which names the
 * expression: never a guess, never quietly nothing. Every evaluation has a budget, so hostile input ends in an error
 * and not in a busy machine.
 */
@NullMarked
package dev.drift.terramate.eval;

import org.jspecify.annotations.NullMarked;
