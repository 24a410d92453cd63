/**
 * What the code of a stack adds to the environment of its tools: Terramate's {@code run.env}, with the globals it refers to.
 * What cannot be known from the code alone makes the stack unknown, because a tool run with other variables would plan another
 * stack.
 */
@NullMarked
package dev.drift.terramate.environment;

import org.jspecify.annotations.NullMarked;
