/**
 * The estate of Acme: a real Terramate repository, applied by real tools to an account on loopback, then lived in.
 *
 * <p>{@link dev.drift.it.estate.Estate} is applied once per build and shared; a test class takes it as a parameter by
 * {@link dev.drift.it.estate.EstateExtension}. Its history runs one way: freshly applied, applied again, and then a
 * weekend during which people used the console and committed code.
 */
@NullMarked
package dev.drift.it.estate;

import org.jspecify.annotations.NullMarked;
