package dev.drift.cli;

import dev.drift.render.ReportFormat;
import java.nio.file.Path;

/** A report that is asked for in a file: {@code FORMAT=FILE}. */
record ReportTarget(ReportFormat format, Path file) {}
