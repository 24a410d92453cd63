package dev.drift.terramate.cloud.live;

import dev.drift.terramate.cloud.CloudConfiguration;
import dev.drift.terramate.process.UserEnvironment;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** When Terramate Cloud is told. */
public enum CloudSwitch {
    /** Never. */
    OFF,
    /**
     * Where the vendor's own settings are: {@code TMC_TOKEN}, {@code TMC_API_URL}, {@code TMC_API_HOST},
     * {@code TM_CLOUD_ORGANIZATION} or {@code TM_GITLAB_ID_TOKEN}; or the identity of a GitHub job where the project's code names
     * the Cloud. The login of a person switches nothing on: what somebody tries out on a laptop is nobody else's business.
     */
    FOUND,
    /** Always. Where it cannot be, every stack is undelivered, and the reason says so. */
    ON;

    boolean isOn(UserEnvironment user, Supplier<CloudConfiguration> project) {
        return switch (this) {
            case OFF -> false;
            case ON -> true;
            case FOUND -> isNamed(user) || (isGithubJob(user) && isNamed(project.get()));
        };
    }

    /** Whether it may be on, before the code of the project is read. */
    boolean isLikely(UserEnvironment user) {
        return this == ON || (this == FOUND && (isNamed(user) || isGithubJob(user)));
    }

    private static boolean isNamed(UserEnvironment user) {
        return Stream.of("TMC_TOKEN", "TMC_API_URL", "TMC_API_HOST", "TM_CLOUD_ORGANIZATION", "TM_GITLAB_ID_TOKEN")
                .anyMatch(name -> user.variable(name).isPresent());
    }

    private static boolean isGithubJob(UserEnvironment user) {
        return user.variable("ACTIONS_ID_TOKEN_REQUEST_URL").isPresent();
    }

    private static boolean isNamed(CloudConfiguration project) {
        return project.organization().isPresent() || project.location().isPresent();
    }
}
