/**
 * Our catalog held against the real Terramate: every case is a small project that states one fact, both list it, and what
 * they say must be the same, unless the case names a deliberate difference.
 */
@NullMarked
package dev.drift.it.parity;

import org.jspecify.annotations.NullMarked;
