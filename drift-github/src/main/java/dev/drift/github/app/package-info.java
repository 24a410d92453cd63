/**
 * Speaks to GitHub as an app: signs with the app's private key, finds its installation for a repository, and takes a token of the
 * installation that may do no more than is needed. Keys and tokens are printed nowhere.
 */
@NullMarked
package dev.drift.github.app;

import org.jspecify.annotations.NullMarked;
