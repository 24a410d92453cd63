/**
 * The circuit breaker of a cell: where the account that the stacks of a cell share refuses, throttles or does not answer again
 * and again, the rest of the cell is given up quickly. Nothing here is shared between cells. What a failure says of the account
 * is told by {@link dev.drift.aws.cell.Trouble} alone.
 */
@NullMarked
package dev.drift.aws.cell;

import org.jspecify.annotations.NullMarked;
