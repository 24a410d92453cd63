/**
 * Terramate's own words about tags: what may be one, and the filter grammar of {@code --tags} and {@code --no-tags}. The
 * product's selector is a different language and lives in drift-core (design 4); the two are never mixed.
 */
@NullMarked
package dev.drift.terramate.tag;

import org.jspecify.annotations.NullMarked;
