/**
 * Who is told: the port that delivers a report, and the publisher that keeps one failing delivery from touching another.
 */
@NullMarked
package dev.drift.sink;

import org.jspecify.annotations.NullMarked;
