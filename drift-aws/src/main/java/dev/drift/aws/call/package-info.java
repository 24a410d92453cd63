/**
 * How AWS is called by Drift itself: a bounded number of times, with waits that grow, and only where trying again can help.
 * Whatever goes wrong is told as one line without secrets and as one of a few kinds, so that nobody else needs to know what
 * the SDK throws.
 */
@NullMarked
package dev.drift.aws.call;

import org.jspecify.annotations.NullMarked;
