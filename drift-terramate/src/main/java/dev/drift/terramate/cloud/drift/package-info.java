/** Drift runs as Terramate Cloud keeps them: started, logged, finished, and read back. */
@NullMarked
package dev.drift.terramate.cloud.drift;

import org.jspecify.annotations.NullMarked;
