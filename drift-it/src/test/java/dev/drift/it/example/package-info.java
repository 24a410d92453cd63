/**
 * Example B, run through the packed command as its users run it.
 *
 * <p>A claim about many stacks is a readable file in the resources: {@link dev.drift.it.example.ReportText} writes a
 * report in that form. What a run must not leave behind is in {@link dev.drift.it.example.Traces}.
 */
@NullMarked
package dev.drift.it.example;

import org.jspecify.annotations.NullMarked;
