package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.ChangedStack;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ResourceAddress;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One changed stack as a preview shows it.
 *
 * @param change which stack, and why it counts as changed
 * @param formatting how its files are written
 * @param validation whether its code is valid
 * @param planning what an apply would do to it
 * @param check how it was looked at, and what the look says of drift: what is already there besides this change. The outcome is
 *     unknown where the stack could not be planned, and where it was never applied
 */
public record StackPreview(
        ChangedStack change, Formatting formatting, Validation validation, Planning planning, StackCheck check) {

    public StackPreview {
        requireNonNull(formatting, "formatting is null");
        requireNonNull(validation, "validation is null");
        requireNonNull(planning, "planning is null");
        if (!change.stack().equals(check.stack())) {
            throw new IllegalArgumentException(change.stack() + " is another stack than " + check.stack());
        }
    }

    /** The stack. */
    public Stack stack() {
        return change.stack();
    }

    /** What became of it. */
    public PreviewResult result() {
        if (validation instanceof Validation.Invalid) {
            return PreviewResult.INVALID;
        }
        if (planning instanceof Planning.NotPlanned) {
            return PreviewResult.UNKNOWN;
        }
        if (planning.isDestructive()) {
            return PreviewResult.DESTRUCTIVE;
        }
        return planning.changesAnything() ? PreviewResult.CHANGED : PreviewResult.UNCHANGED;
    }

    /** What it makes of the preview as a whole. */
    public PreviewVerdict verdict() {
        if (result() == PreviewResult.INVALID) {
            return PreviewVerdict.FAILED;
        }
        boolean isChecked =
                !(formatting instanceof Formatting.NotChecked) && !(validation instanceof Validation.NotValidated);
        if (!isChecked || result() == PreviewResult.UNKNOWN) {
            return PreviewVerdict.INCOMPLETE;
        }
        return isUnformatted() ? PreviewVerdict.FAILED : PreviewVerdict.DONE;
    }

    /** What drifted in objects that the plan does not touch, so that it stays as it is. */
    public List<ResourceFinding> driftLeft() {
        Set<ResourceAddress> touched =
                planning.changes().stream().map(PlannedChange::address).collect(Collectors.toSet());
        return check.outcome().findings().drift().stream()
                .filter(finding -> !touched.contains(finding.address()))
                .toList();
    }

    /** Whether a file of it is not formatted; it was planned all the same. */
    public boolean isUnformatted() {
        return formatting instanceof Formatting.Unformatted;
    }
}
