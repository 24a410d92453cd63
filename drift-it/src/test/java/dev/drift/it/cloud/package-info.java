/**
 * An AWS account on loopback: moto, a proxy in front of it that can refuse, and the hands of somebody at the console.
 *
 * <p>Start with {@link dev.drift.it.cloud.Moto}; it holds one account, in memory, until it is closed.
 */
@NullMarked
package dev.drift.it.cloud;

import org.jspecify.annotations.NullMarked;
