package dev.drift.terramate.cloud.live;

import dev.drift.catalog.CatalogException;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.cloud.CloudConfiguration;
import dev.drift.terramate.cloud.CloudSettings;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.deployment.DeployedStack;
import dev.drift.terramate.cloud.deployment.DeploymentStart;
import dev.drift.terramate.cloud.drift.DriftStart;
import dev.drift.terramate.cloud.message.CloudStack;
import dev.drift.terramate.cloud.message.ReviewRequest;
import dev.drift.terramate.cloud.origin.Origin;
import dev.drift.terramate.cloud.preview.PreviewStart;
import dev.drift.terramate.cloud.preview.PreviewStatus;
import dev.drift.terramate.cloud.preview.PreviewedStack;
import dev.drift.terramate.cloud.preview.Technology;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a project gets to Terramate Cloud, by its code, its checkout and the user's environment. Safe for use by several threads. */
final class CloudAccess {

    /** Everybody in the organisation sees it, so it names no option. */
    private static final List<String> COMMAND = List.of("drift", "detect");

    private static final List<String> PREVIEW = List.of("drift", "preview");

    private static final List<String> DEPLOYMENT = List.of("drift", "provision");

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

    /** Whether the run belongs to a pull or merge request, as its job says. */
    boolean isForReview() {
        return Origin.isForReview(delivery.user());
    }

    /**
     * What there is to say of a preview of stacks that have ids.
     *
     * @param planned those that are going to be planned
     * @param affected those that the change reaches besides
     */
    PreviewStart preview(List<Stack> planned, List<Stack> affected, Technology technology) throws CloudException {
        Origin known = origin();
        ReviewRequest request = known.reviewRequest()
                .orElseThrow(() -> new CloudException(CloudFault.REJECTED, "the run belongs to no pull request"));
        Stream<PreviewedStack> stacks = Stream.concat(
                planned.stream().map(stack -> previewed(known, stack, PreviewStatus.PENDING)),
                affected.stream().map(stack -> previewed(known, stack, PreviewStatus.AFFECTED)));
        return new PreviewStart(
                request.revision().commit(),
                request.times().pushed().orElseGet(Instant::now),
                technology,
                request,
                known.metadata(),
                stacks.toList());
    }

    private PreviewedStack previewed(Origin origin, Stack stack, PreviewStatus status) {
        return new PreviewedStack(new CloudStack(origin.repository(), stack, delivery.target()), status, PREVIEW);
    }

    /** What there is to say of a deployment of stacks that have ids. */
    DeploymentStart deployment(List<Stack> stacks) throws CloudException {
        Origin known = origin();
        List<DeployedStack> deployed = stacks.stream()
                .map(stack -> new DeployedStack(
                        new CloudStack(known.repository(), stack, delivery.target()),
                        known.commit(),
                        DEPLOYMENT,
                        known.jobUrl()))
                .toList();
        return new DeploymentStart(known.reviewRequest(), deployed, StackPath.of("/"), known.metadata());
    }

    private static CloudException unusable(List<Problem> problems, RuntimeException cause) {
        String words = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
        return new CloudException(CloudFault.REJECTED, words, cause);
    }
}
