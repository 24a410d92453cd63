package dev.drift.detection;

import dev.drift.diagnosis.StackOutcome;
import java.util.Optional;

/** What came of looking at a stack, and what a reader should know of how it was looked at. */
record Examined(StackOutcome outcome, Optional<String> note) {}
