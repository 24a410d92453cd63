package dev.drift.terramate.cloud.live;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.terramate.cloud.login.CloudAddress;
import dev.drift.terramate.cloud.message.Target;
import dev.drift.terramate.cloud.session.SessionJournal;
import dev.drift.terramate.cloud.session.SessionSettings;
import dev.drift.terramate.cloud.wire.WireSettings;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a run is delivered to Terramate Cloud.
 *
 * @param when whether it is
 * @param user whose settings and credentials count
 * @param target which deployment of the stacks is looked at, if they have several
 * @param wire how patient to be, and how to introduce oneself
 * @param sessions bounds of the background work
 * @param journals where runs remember what they began
 */
public record CloudDelivery(
        CloudSwitch when,
        UserEnvironment user,
        Optional<Target> target,
        WireSettings wire,
        SessionSettings sessions,
        Path journals) {

    public CloudDelivery {
        requireNonNull(when, "when is null");
        requireNonNull(user, "user is null");
        requireNonNull(target, "target is null");
        requireNonNull(wire, "wire is null");
        requireNonNull(sessions, "sessions is null");
        requireNonNull(journals, "journals is null");
    }

    /** Where the vendor's own settings are found, introduced by that {@code User-Agent}. */
    public static CloudDelivery found(UserEnvironment user, String userAgent) {
        return new CloudDelivery(
                CloudSwitch.FOUND,
                user,
                Optional.empty(),
                WireSettings.introducedAs(userAgent),
                SessionSettings.standard(),
                SessionJournal.folderOf(user));
    }

    /** None. */
    public static CloudDelivery off() {
        return found(UserEnvironment.ofThisProcess(), "drift").switched(CloudSwitch.OFF);
    }

    /** Whether anything but the code of the project speaks for telling Terramate Cloud; that code can only keep it from a job. */
    public boolean isLikely() {
        return when.isLikely(user);
    }

    /** What is wrong with the address that the environment names, if anything is. */
    public List<Problem> problems() {
        try {
            CloudAddress.of(user, Optional.empty());
            return List.of();
        } catch (InvalidConfigException nowhere) {
            return nowhere.problems();
        }
    }

    /** The same, switched so. */
    public CloudDelivery switched(CloudSwitch other) {
        return new CloudDelivery(other, user, target, wire, sessions, journals);
    }

    /** The same for a target of the stacks. */
    public CloudDelivery to(Optional<Target> other) {
        return new CloudDelivery(when, user, other, wire, sessions, journals);
    }
}
