package dev.drift.cli;

import dev.drift.render.PreviewFormat;
import java.nio.file.Path;

/** A preview that is asked for in a file: {@code FORMAT=FILE}. */
record PreviewTarget(PreviewFormat format, Path file) {}
