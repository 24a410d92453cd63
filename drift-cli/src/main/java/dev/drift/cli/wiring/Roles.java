package dev.drift.cli.wiring;

import dev.drift.aws.credentials.AssumedRoles;
import dev.drift.aws.credentials.Role;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.observation.EnvironmentSource;
import dev.drift.stack.Stack;
import java.util.Optional;

/** Each environment is looked at with its own role, so that what one may not see, or is refused, is its own affair. */
record Roles(EstateDefinition estate) {

    /** What lies below, with the roles over it where an environment has one. */
    EnvironmentSource over(EnvironmentSource below) {
        boolean none = estate.environments().stream()
                .allMatch(environment -> role(environment).isEmpty());
        return none
                ? below
                : AssumedRoles.takingWherePresent(this::role).over(below).build();
    }

    private Optional<Role> role(Stack stack) {
        return estate.of(estate.cellOf(stack)).flatMap(Roles::role);
    }

    private static Optional<Role> role(EnvironmentDefinition environment) {
        return environment.means().role().map(Role::of);
    }
}
