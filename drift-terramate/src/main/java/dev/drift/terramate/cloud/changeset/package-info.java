/** What a plan shows, made fit to leave the process: secrets hidden, sizes kept. */
@NullMarked
package dev.drift.terramate.cloud.changeset;

import org.jspecify.annotations.NullMarked;
