/**
 * What a change would do: the code of each changed stack is checked for its form, validated and planned, and what would happen is
 * marked by where it comes from. Pure results and the ports that look; who is told stands further on, in the sink room.
 */
@NullMarked
package dev.drift.preview;

import org.jspecify.annotations.NullMarked;
