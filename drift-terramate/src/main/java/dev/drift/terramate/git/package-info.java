/**
 * What git knows about a repository, asked of the user's own git. Asking changes nothing: neither files nor refs nor the index
 * are written, and nothing is fetched.
 */
@NullMarked
package dev.drift.terramate.git;

import org.jspecify.annotations.NullMarked;
