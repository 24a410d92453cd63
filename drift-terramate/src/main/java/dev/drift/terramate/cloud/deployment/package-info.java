/** Deployments as Terramate Cloud keeps them. */
@NullMarked
package dev.drift.terramate.cloud.deployment;

import org.jspecify.annotations.NullMarked;
