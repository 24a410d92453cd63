/**
 * Reads the facts of a stack's code: HCL and JSON, override files, OpenTofu's own files, local modules and Terragrunt's
 * configuration. Nothing is run and nothing is fetched; what cannot be seen from the files is said to be unseen or
 * undetermined, because a wrong fact about code would turn into a wrong verdict.
 */
@NullMarked
package dev.drift.terramate.code;

import org.jspecify.annotations.NullMarked;
