/**
 * The front door. {@link dev.drift.Drift} starts a sentence, {@link dev.drift.DriftRun} is the sentence, and
 * {@link dev.drift.RunResult} is the answer; {@link dev.drift.PreviewRun} and {@link dev.drift.PreviewDone} are the same for what
 * a change would do. This room opens every other and is opened by none; whoever embeds the library
 * starts here and learns of another room when its type is asked for.
 */
@NullMarked
package dev.drift;

import org.jspecify.annotations.NullMarked;
