/**
 * A provisioning as text: for somebody at a terminal, for comments and job summaries, for programs. Pure functions of a report;
 * what would be destroyed is impossible to miss, and every word of strangers is harmless.
 */
@NullMarked
package dev.drift.provision.page;

import org.jspecify.annotations.NullMarked;
