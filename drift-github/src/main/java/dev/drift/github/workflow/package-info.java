/**
 * The workflows of GitHub Actions that an estate needs, as text: a pure function of how the estate is defined. Cloud credentials
 * and the right to write to GitHub stand in different jobs, and what others can name reaches a shell by variables only.
 */
@NullMarked
package dev.drift.github.workflow;

import org.jspecify.annotations.NullMarked;
