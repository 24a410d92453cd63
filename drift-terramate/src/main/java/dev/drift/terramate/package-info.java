/**
 * Terramate's estates for Drift: the catalog of stacks, and the module that hands it to whoever injects.
 */
@NullMarked
package dev.drift.terramate;

import org.jspecify.annotations.NullMarked;
