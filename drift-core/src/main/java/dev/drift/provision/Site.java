package dev.drift.provision;

import dev.drift.detection.DetectionSettings;
import dev.drift.diagnosis.Judge;
import dev.drift.observation.EnvironmentSource;
import java.time.Clock;

/**
 * What every stack of a run is provisioned with.
 *
 * @param applier plans and applies
 * @param environments leases what that needs
 * @param judge says what plans do
 * @param settings how many side by side, and how long each may take
 * @param sinks who is told
 * @param clock what durations are taken from
 */
record Site(
        Applier applier,
        EnvironmentSource environments,
        Judge judge,
        DetectionSettings settings,
        Sinks sinks,
        Clock clock) {}
