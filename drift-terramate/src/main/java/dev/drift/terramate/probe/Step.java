package dev.drift.terramate.probe;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbePhase;

/** A step of a look. */
enum Step {
    INIT(ProbePhase.INIT, "initialising"),
    FORMAT(ProbePhase.VALIDATE, "checking the format"),
    VALIDATE(ProbePhase.VALIDATE, "validating"),
    WORKSPACE(ProbePhase.STATE, "listing workspaces"),
    PLAN(ProbePhase.PLAN, "planning"),
    SHOW(ProbePhase.SHOW, "turning the plan into JSON"),
    APPLY(ProbePhase.PLAN, "applying");

    private final ProbePhase phase;
    private final String doing;

    Step(ProbePhase phase, String doing) {
        this.phase = requireNonNull(phase);
        this.doing = requireNonNull(doing);
    }

    /** The phase of a failure of this step, unless the failure tells more. */
    ProbePhase phase() {
        return phase;
    }

    /** What is going on, for people. */
    String doing() {
        return doing;
    }
}
