/**
 * Where Terramate Cloud is and who asks it, found as the vendor's own command finds it: an API key, the identity of a GitHub
 * or GitLab job, or the login a user keeps on the machine. Nobody is asked to log in.
 */
@NullMarked
package dev.drift.terramate.cloud.login;

import org.jspecify.annotations.NullMarked;
