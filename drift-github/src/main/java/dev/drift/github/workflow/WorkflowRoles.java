package dev.drift.github.workflow;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The roles that jobs take in AWS, by their ARN: one for each purpose, so that a pull request can never take the one that changes
 * things. The scheduled looks take the role of their environment. A purpose without a role takes none.
 *
 * @param preview for pull requests: reads
 * @param onDemand for the look at everything: reads
 * @param provision for each environment that is provisioned: changes things
 */
public record WorkflowRoles(Optional<String> preview, Optional<String> onDemand, Map<Environment, String> provision) {

    /** None. */
    public static final WorkflowRoles NONE = new WorkflowRoles(Optional.empty(), Optional.empty(), Map.of());

    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+");

    public WorkflowRoles {
        preview = requireNonNull(preview, "preview is null").map(WorkflowRoles::arn);
        onDemand = requireNonNull(onDemand, "onDemand is null").map(WorkflowRoles::arn);
        provision = Map.copyOf(provision);
        provision.values().forEach(WorkflowRoles::arn);
    }

    /** Whether a job can take the role: a name alone does not tell in which account it is. */
    static boolean isArn(String role) {
        return ARN.matcher(role).matches();
    }

    private static String arn(String role) {
        if (!isArn(role)) {
            throw new IllegalArgumentException(
                    "\"" + role + "\" is no ARN of a role, such as arn:aws:iam::111111111111:role/drift-reader");
        }
        return role;
    }
}
