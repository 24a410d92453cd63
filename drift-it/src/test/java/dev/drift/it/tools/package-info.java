/**
 * The real programs the end-to-end tests run, each pinned, found or installed on first use.
 *
 * <p>A tool is taken from the cache, then from {@code PATH} if it is the pinned version there, and else installed into
 * the cache, which lies outside the checkout. Ask {@link dev.drift.it.tools.RealTools} for one and never name a folder
 * of a machine: what cannot be had skips the test, or fails it where {@code CI=true}.
 */
@NullMarked
package dev.drift.it.tools;

import org.jspecify.annotations.NullMarked;
