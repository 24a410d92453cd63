/**
 * How the stacks of a repository are divided, and what holds for the parts: environments, regions and the cells they form, when
 * each is due and may be looked at, how old its checks may become, with what it is looked at, and where what is known of it must
 * stay.
 */
@NullMarked
package dev.drift.estate;

import org.jspecify.annotations.NullMarked;
