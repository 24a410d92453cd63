/**
 * Provisioning: changed stacks are planned, shown and applied in run order. {@link dev.drift.provision.ProvisionRun} describes
 * a run as one sentence, {@link dev.drift.provision.Applier} is what plans a stack and holds the plan until it is applied or
 * discarded, and {@link dev.drift.provision.ProvisionSink} is who is told. A stack that fails or is refused stops those that
 * depend on it and no others, and a run that is asked to stop lets finish what is being applied.
 */
@NullMarked
package dev.drift.provision;

import org.jspecify.annotations.NullMarked;
