package dev.drift.testing;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What probes hand in, for tests. */
public final class Observations {

    private Observations() {}

    /** Everything is as the last apply left it. */
    public static Observation unchanged() {
        return of(List.of());
    }

    /** The service of a stack was scaled by hand from one task to three, and the code was not looked at. */
    public static Observation scaled() {
        return of(List.of(new ResourceChange(
                ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service"),
                ChangeAction.UPDATE,
                tasks(1),
                tasks(3))));
    }

    private static Observation of(List<ResourceChange> drifted) {
        return new Observation(
                drifted, new CodeSide.Unseen(), List.of(), Coverage.complete(drifted.size()), Optional.empty());
    }

    private static Snapshot tasks(int count) {
        return new Snapshot(Value.of(Map.of("desired_count", Value.of(count))), Marks.NONE);
    }
}
