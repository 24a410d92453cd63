/**
 * Facts read from the code of one stack. Whoever reads code fills these values and whoever needs them takes them from
 * here: this is how adapters that must not know each other talk.
 */
@NullMarked
package dev.drift.code;

import org.jspecify.annotations.NullMarked;
