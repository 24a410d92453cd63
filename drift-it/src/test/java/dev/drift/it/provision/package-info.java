/** {@code drift provision} with the real terraform, on stacks that need no account, and with the real signals. */
@NullMarked
package dev.drift.it.provision;

import org.jspecify.annotations.NullMarked;
