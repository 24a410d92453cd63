package dev.drift.code;

import dev.drift.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The {@code ignore_changes} of a stack's resources.
 *
 * @param byResource the paths told to be left alone, by configuration address ({@code module.web.aws_ecs_service.this}, no
 *     indices). The root path stands for {@code ignore_changes = all}.
 * @param unseen the addresses of the modules whose code could not be looked at ({@code module.web}), sorted; the empty
 *     text stands for the whole stack. What they ignore is not known.
 */
public record IgnoreChanges(Map<String, List<ValuePath>> byResource, Set<String> unseen) {

    /** Nothing is ignored, and everything was looked at. */
    public static final IgnoreChanges NONE = new IgnoreChanges(Map.of());

    public IgnoreChanges {
        byResource = byResource.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        unseen = java.util.Collections.unmodifiableSet(new TreeSet<>(unseen));
    }

    /** Of code that was looked at as a whole. */
    public IgnoreChanges(Map<String, List<ValuePath>> byResource) {
        this(byResource, Set.of());
    }

    /** Whether the code tells to leave that place of that resource alone. */
    public boolean names(String configurationAddress, ValuePath place) {
        return byResource.getOrDefault(configurationAddress, List.of()).stream().anyMatch(place::isAtOrBelow);
    }

    /** Whether the code of that resource was looked at, so that {@link #names} is the whole truth about it. */
    public boolean sees(String configurationAddress) {
        return unseen.stream().noneMatch(module -> module.isEmpty() || configurationAddress.startsWith(module + "."));
    }
}
