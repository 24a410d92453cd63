package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.Coverage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything the judge has to say about one stack, each list by address. One object may stand in several lists, each with
 * the fields that belong there.
 *
 * @param drift what moved in a way that matters
 * @param pending what the code asks for besides
 * @param ignored what moved in fields somebody told to leave alone; an object once for each way in which that was told
 * @param noted what moved and is shown, but not counted
 * @param noise how many differences each noise rule removed, by the name of the rule
 * @param coverage how far the look reached
 */
public record Findings(
        List<ResourceFinding> drift,
        Pending pending,
        List<ResourceFinding> ignored,
        List<ResourceFinding> noted,
        Map<String, Integer> noise,
        Coverage coverage) {

    /** Nothing was seen at all. */
    public static final Findings NONE =
            new Findings(List.of(), Pending.NOTHING, List.of(), List.of(), Map.of(), Coverage.complete(0));

    public Findings {
        drift = List.copyOf(drift);
        requireNonNull(pending, "pending is null");
        ignored = List.copyOf(ignored);
        noted = List.copyOf(noted);
        noise = Collections.unmodifiableMap(new TreeMap<>(noise));
        requireNonNull(coverage, "coverage is null");
    }

    /** What is ignored because somebody waived it. */
    public List<ResourceFinding> waived() {
        return ignored.stream()
                .filter(resource -> resource.waived().isPresent())
                .toList();
    }
}
