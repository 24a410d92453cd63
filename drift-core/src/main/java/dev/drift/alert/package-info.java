/**
 * Who is told what changed. Deciding is pure: from what a run says and what was told before comes one message for each route, or
 * none. A message is built from judged findings alone and holds no value of any resource.
 */
@NullMarked
package dev.drift.alert;

import org.jspecify.annotations.NullMarked;
