package dev.drift.terramate.project;

import dev.drift.terramate.hcl.Block;
import java.nio.file.Path;

/** A block at the top of a file, and the directory the file lies in. */
record SourcedBlock(Block block, Path directory) {}
