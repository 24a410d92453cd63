package dev.drift.terramate.cloud.live;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.stack.StackQuery;
import dev.drift.terramate.cloud.stack.StackState;
import dev.drift.terramate.cloud.wire.CloudException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks Terramate Cloud how the stacks of a project stand there.
 *
 * @param root the root of the project
 * @param delivery who asks; whether it is switched on does not matter here
 */
public record CloudStandings(Path root, CloudDelivery delivery) {

    public CloudStandings {
        requireNonNull(root, "root is null");
        requireNonNull(delivery, "delivery is null");
    }

    /**
     * Those of the stacks that stand so. A stack that Terramate Cloud was never told of stands in no way.
     *
     * @param word {@code ok}, {@code drifted}, {@code failed}, {@code healthy} or {@code unhealthy}
     * @throws CloudException if Terramate Cloud does not tell
     */
    public List<Stack> of(List<Stack> stacks, String word) throws CloudException {
        CloudAccess access = new CloudAccess(() -> root, delivery);
        try (TerramateCloud cloud = access.connect()) {
            StackQuery all =
                    StackQuery.inRepository(access.origin().repository().name()).withStatus(word);
            StackQuery query = delivery.target().map(all::on).orElse(all);
            Set<String> known = cloud.stacks().find(query).stream()
                    .map(StackState::identity)
                    .map(identity -> identity.metaId().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            return stacks.stream()
                    .filter(stack -> stack.id()
                            .map(StackId::folded)
                            .filter(known::contains)
                            .isPresent())
                    .toList();
        }
    }
}
