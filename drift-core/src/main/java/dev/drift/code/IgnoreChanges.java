package dev.drift.code;

import dev.drift.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The {@code ignore_changes} of a stack's resources.
 *
 * @param byResource the paths told to be left alone, by configuration address ({@code module.web.aws_ecs_service.this}, no
 *     indices). The root path stands for {@code ignore_changes = all}.
 */
public record IgnoreChanges(Map<String, List<ValuePath>> byResource) {

    /** Nothing is ignored. */
    public static final IgnoreChanges NONE = new IgnoreChanges(Map.of());

    public IgnoreChanges {
        byResource = byResource.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** Whether the code tells to leave that place of that resource alone. */
    public boolean names(String configurationAddress, ValuePath place) {
        return byResource.getOrDefault(configurationAddress, List.of()).stream().anyMatch(place::isAtOrBelow);
    }
}
