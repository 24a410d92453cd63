/**
 * The composition root: the one place where adapters meet. It is entered only after every option is understood.
 */
@NullMarked
package dev.drift.cli.wiring;

import org.jspecify.annotations.NullMarked;
