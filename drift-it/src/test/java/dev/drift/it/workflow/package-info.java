/** The generated workflows: what others find in them, and what they do when their steps run. */
@NullMarked
package dev.drift.it.workflow;

import org.jspecify.annotations.NullMarked;
