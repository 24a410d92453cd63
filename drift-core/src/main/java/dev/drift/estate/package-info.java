/**
 * How the stacks of a repository are divided: environments, regions and the cells they form, and how many stacks are
 * looked at side by side.
 */
@NullMarked
package dev.drift.estate;

import org.jspecify.annotations.NullMarked;
