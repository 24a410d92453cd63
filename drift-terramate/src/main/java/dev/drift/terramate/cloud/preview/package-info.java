/** Previews of pull requests as Terramate Cloud keeps them. */
@NullMarked
package dev.drift.terramate.cloud.preview;

import org.jspecify.annotations.NullMarked;
