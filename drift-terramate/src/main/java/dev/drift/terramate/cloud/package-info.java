/**
 * Terramate Cloud: finding it, proving who asks, and the calls for drift runs, previews, deployments and stacks. The packages
 * below hold the messages; the sessions in {@code session} are what a run uses.
 *
 * <p>The HTTP interface is not published by its vendor. What is known of it comes from the vendor's open command line tool;
 * readers are lenient for that reason.
 */
@NullMarked
package dev.drift.terramate.cloud;

import org.jspecify.annotations.NullMarked;
