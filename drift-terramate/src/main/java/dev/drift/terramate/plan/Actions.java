package dev.drift.terramate.plan;

import dev.drift.observation.ChangeAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The action words of a change, as one action. */
final class Actions {

    private static final Map<String, ChangeAction> SINGLE = Map.of(
            "no-op", ChangeAction.NO_OP,
            "create", ChangeAction.CREATE,
            "read", ChangeAction.READ,
            "update", ChangeAction.UPDATE,
            "delete", ChangeAction.DELETE,
            "forget", ChangeAction.FORGET);
    private static final Set<Set<String>> REPLACING = Set.of(Set.of("delete", "create"), Set.of("forget", "create"));

    private Actions() {}

    /** The one action; empty if the words say something this reader does not know. */
    static Optional<ChangeAction> named(List<String> words) {
        if (words.size() == 1) {
            return Optional.ofNullable(SINGLE.get(words.get(0)));
        }
        return words.size() == 2 && !words.get(0).equals(words.get(1)) && REPLACING.contains(Set.copyOf(words))
                ? Optional.of(ChangeAction.REPLACE)
                : Optional.empty();
    }
}
