package dev.drift.terramate.environment;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.terramate.process.UserEnvironment;

/**
 * Leases a stack what its code asks its tools to be run with, so that whoever looks at the stack in place of the tool sees the
 * same environment.
 */
public final class StackEnvironments implements EnvironmentSource {

    private final EnvironmentSource below;
    private final StackEnvironment asked;
    private final UserEnvironment user;

    private StackEnvironments(EnvironmentSource below, StackEnvironment asked, UserEnvironment user) {
        this.below = requireNonNull(below, "below is null");
        this.asked = requireNonNull(asked, "asked is null");
        this.user = requireNonNull(user, "user is null");
    }

    /** What the code asks for in the environment of the user, over what another source leases. */
    public static StackEnvironments over(EnvironmentSource below, StackEnvironment asked, UserEnvironment user) {
        return new StackEnvironments(below, asked, user);
    }

    @Override
    public EnvironmentLease lease(Stack stack) throws ProbeException {
        EnvironmentLease lease = below.lease(stack);
        try {
            return EnvironmentLease.over(lease)
                    .lending(asked.of(stack, user.with(lease.variables())))
                    .build();
        } catch (ProbeException | RuntimeException unknown) {
            lease.close();
            throw unknown;
        }
    }

    @Override
    public void close() {
        below.close();
    }

    /** Says nothing of the variables: their values may be secrets. */
    @Override
    public String toString() {
        return "what the code of a stack asks for";
    }
}
