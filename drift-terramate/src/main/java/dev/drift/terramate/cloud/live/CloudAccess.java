package dev.drift.terramate.cloud.live;

import dev.drift.catalog.CatalogException;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.CloudConfiguration;
import dev.drift.terramate.cloud.CloudSettings;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.drift.DriftStart;
import dev.drift.terramate.cloud.message.CloudStack;
import dev.drift.terramate.cloud.origin.Origin;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How a project gets to Terramate Cloud, by its code, its checkout and the user's environment. Safe for use by several threads. */
final class CloudAccess {

    /** Everybody in the organisation sees it, so it names no option. */
    private static final List<String> COMMAND = List.of("drift", "detect");

    private final Supplier<Path> root;
    private final CloudDelivery delivery;
    private volatile Optional<Origin> origin = Optional.empty();

    CloudAccess(Supplier<Path> root, CloudDelivery delivery) {
        this.root = root;
        this.delivery = delivery;
    }

    /** Reads the project's code only where that decides. */
    boolean isOn() {
        return delivery.when().isOn(delivery.user(), () -> CloudConfiguration.of(root.get()));
    }

    /** Connects, once it is known who asks and for which repository. */
    TerramateCloud connect() throws CloudException {
        try {
            CloudConfiguration project = CloudConfiguration.of(root.get());
            CloudSettings settings = CloudSettings.discovered(delivery.user(), project, delivery.wire())
                    .orElseThrow(() -> new CloudException(
                            CloudFault.UNAUTHORIZED,
                            "there is no credential: neither TMC_TOKEN nor the identity of a job nor a login"));
            origin = Optional.of(Origin.of(root.get(), project.remote(), project.defaultBranch(), delivery.user()));
            return TerramateCloud.connect(settings);
        } catch (InvalidConfigException wrong) {
            throw unusable(wrong.problems(), wrong);
        } catch (CatalogException unreadable) {
            throw unusable(unreadable.problems(), unreadable);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudFault.TIMED_OUT, "there was no time left to connect", ending);
        }
    }

    /** The origin of the run; known once connected. */
    Origin origin() throws CloudException {
        return origin.orElseThrow(() -> new CloudException(CloudFault.UNREACHABLE, "there is no connection"));
    }

    /** What there is to say of a look at a stack that has an id. */
    DriftStart start(Stack stack, Instant startedAt) throws CloudException {
        Origin known = origin();
        CloudStack told = new CloudStack(known.repository(), stack, delivery.target());
        return new DriftStart(told, known.metadata(), startedAt, COMMAND);
    }

    private static CloudException unusable(List<Problem> problems, RuntimeException cause) {
        String words = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
        return new CloudException(CloudFault.REJECTED, words, cause);
    }
}
