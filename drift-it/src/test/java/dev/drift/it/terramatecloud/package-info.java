/**
 * What Terramate Cloud comes to know, told to the vendor's own fake server by the packed command, with a real tool and a
 * provider of our own. {@link dev.drift.it.terramatecloud.TerramateCloudIT} reads it back, also through the real
 * {@code terramate}.
 */
@NullMarked
package dev.drift.it.terramatecloud;

import org.jspecify.annotations.NullMarked;
