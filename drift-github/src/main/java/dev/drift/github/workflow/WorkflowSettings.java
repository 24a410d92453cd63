package dev.drift.github.workflow;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What workflows need to know beside the estate.
 *
 * @param drift the jar of Drift that jobs run
 * @param tools with what stacks are planned
 * @param roles the roles that jobs take
 * @param runner the label of the machines
 * @param trunk the branch that others are merged into
 * @param stacksPerJob a region with more stacks is divided among several jobs
 */
public record WorkflowSettings(
        Download drift, Toolchain tools, WorkflowRoles roles, String runner, String trunk, int stacksPerJob) {

    /** The machines if nobody says. */
    public static final String USUAL_RUNNER = "ubuntu-24.04";

    /** The branch if nobody says. */
    public static final String USUAL_TRUNK = "main";

    /** How many stacks one job looks at if nobody says: far less than it could within six hours. */
    public static final int USUAL_STACKS_PER_JOB = 1000;

    private static final Pattern WORD = Pattern.compile("[\\w][\\w./-]*");

    public WorkflowSettings {
        requireNonNull(drift, "drift is null");
        requireNonNull(tools, "tools is null");
        requireNonNull(roles, "roles is null");
        word("runner", runner);
        word("trunk", trunk);
        if (stacksPerJob < 1) {
            throw new IllegalArgumentException("A job looks at one stack at least: " + stacksPerJob);
        }
    }

    /** With the usual machines, branch and size, and without roles. */
    public static WorkflowSettings usual(Download drift, Toolchain tools) {
        return new WorkflowSettings(drift, tools, WorkflowRoles.NONE, USUAL_RUNNER, USUAL_TRUNK, USUAL_STACKS_PER_JOB);
    }

    private static void word(String what, String text) {
        if (!WORD.matcher(requireNonNull(text, what + " is null")).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" cannot be a " + what + " in a workflow");
        }
    }
}
