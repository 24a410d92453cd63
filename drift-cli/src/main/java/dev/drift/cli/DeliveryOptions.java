package dev.drift.cli;

import dev.drift.Drift;
import dev.drift.config.Problems;
import dev.drift.terramate.cloud.live.CloudDelivery;
import dev.drift.terramate.cloud.live.CloudSwitch;
import dev.drift.terramate.cloud.message.Target;
import dev.drift.terramate.process.UserEnvironment;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who is told of a run while it goes on: Terramate Cloud. */
final class DeliveryOptions {

    @Option(
            names = "--deliver",
            description =
                    "Tell Terramate Cloud of every stack. Default: where TMC_TOKEN or another of its settings is set.")
    boolean deliver;

    @Option(names = "--no-deliver", description = "Tell Terramate Cloud nothing, whatever is set.")
    boolean noDeliver;

    @Option(
            names = "--require-delivery",
            description =
                    "Exit with 1 if anything could not be delivered. Without it that is only said. Implies --deliver.")
    boolean requireDelivery;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "The target of the stacks in Terramate Cloud, if the project has targets.")
    Optional<Target> target = Optional.empty();

    /** How Terramate Cloud is told; what is wrong with the options is added to the problems. */
    CloudDelivery cloud(Surroundings surroundings, Problems problems) {
        if (noDeliver && (deliver || requireDelivery)) {
            problems.add(
                    "--no-deliver",
                    "Cannot be used together with " + (deliver ? "--deliver" : "--require-delivery")
                            + ": they ask for the opposite");
        }
        return found(surroundings)
                .to(target)
                .switched(
                        noDeliver ? CloudSwitch.OFF : deliver || requireDelivery ? CloudSwitch.ON : CloudSwitch.FOUND);
    }

    /** Introduced as this program, or as {@code DRIFT_USER_AGENT} says. */
    static CloudDelivery found(Surroundings surroundings) {
        UserEnvironment user = new UserEnvironment(surroundings.environment());
        return CloudDelivery.found(user, user.variable("DRIFT_USER_AGENT").orElse("drift/" + Drift.version()));
    }
}
