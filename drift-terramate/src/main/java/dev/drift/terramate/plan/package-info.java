/**
 * From the JSON of a plan to an observation, in one pass and without ever holding the document: what did not move and is not
 * planned is skipped unread. Everything here stays inside the process, because a plan holds secrets in clear (design 5.6).
 */
@NullMarked
package dev.drift.terramate.plan;

import org.jspecify.annotations.NullMarked;
