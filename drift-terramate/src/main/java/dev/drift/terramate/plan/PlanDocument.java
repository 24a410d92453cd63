package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.drift.code.IgnoreChanges;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceChange;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan as far as it matters. {@code prior_state} and {@code configuration} are searched for what the changes name; terraform
 * writes the changes first, and a document in another order is read twice.
 */
final class PlanDocument {

    private static final Set<String> MARKS_OF_A_PLAN =
            Set.of("planned_values", "resource_drift", "resource_changes", "configuration");

    private final Changes drifted = new Changes("resource_drift");
    private final Changes planned = new Changes("resource_changes");
    private final PlanState state = new PlanState();
    private final Invocations invocations = new Invocations();
    private final Map<String, Value> variables = new HashMap<>();
    private final Set<String> sections = new HashSet<>();
    private PriorState prior = new PriorState(new Identities(Map.of()));
    private Configuration configuration = Configuration.NONE;
    private int changedOutputs;
    private boolean searchedTooEarly;

    /** Reads the whole document, the parser standing before it. */
    void read(JsonParser parser) throws IOException {
        expectObject(parser);
        ObjectReader.of(parser).forEach(name -> {
            sections.add(name);
            readSection(name, parser);
        });
        if (parser.nextToken() != null) {
            throw PlanDefect.at(parser, "is followed by something else");
        }
        state.requireKnownFormat(sections, MARKS_OF_A_PLAN);
    }

    /** Whether the document must be searched once more, now that the changes are known. */
    boolean searchedTooEarly() {
        return searchedTooEarly;
    }

    /** Searches the document once more, the parser standing before it. */
    void search(JsonParser parser) throws IOException {
        expectObject(parser);
        ObjectReader.of(parser).forEach(name -> readSearched(name, parser));
    }

    /** Whether there is anything to show, and so anything to hide. */
    boolean showsSomething() {
        return !drifted.isEmpty()
                || !planned.isEmpty()
                || !planned.sideEffects().isEmpty()
                || !coverage().gaps().isEmpty();
    }

    /** What was seen. */
    Observation observation(Optional<IgnoreChanges> ignores) {
        List<ResourceChange> moved = drifted.sorted();
        return new Observation(moved, codeSide(moved, ignores), prior.siblings(), coverage(), Optional.empty());
    }

    private void readSection(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "variables" -> ObjectReader.of(parser).forEach(variable -> readVariable(variable, parser));
            case "resource_drift" -> readChanges(drifted, parser);
            case "resource_changes" -> readChanges(planned, parser);
            case "action_invocations" -> invocations.read(parser);
            case "output_changes" -> ObjectReader.of(parser).forEach(output -> countOutput(parser));
            case "prior_state", "configuration" -> readSearched(name, parser);
            default -> state.read(name, parser);
        }
    }

    private void readChanges(Changes changes, JsonParser parser) throws IOException {
        changes.read(parser);
        boolean found = !changes.sorted().isEmpty();
        searchedTooEarly |= found && (sections.contains("prior_state") || sections.contains("configuration"));
    }

    private void readSearched(String name, JsonParser parser) throws IOException {
        if (name.equals("prior_state")) {
            prior = new PriorState(Identities.of(drifted.sorted()));
            prior.read(parser);
        } else if (name.equals("configuration")) {
            configuration = Configuration.read(parser, changedAddresses());
        }
    }

    private void readVariable(String variable, JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(part -> {
            if (part.equals("value")) {
                variables.put(variable, ValueReader.read(parser));
            }
        });
    }

    private void countOutput(JsonParser parser) throws IOException {
        List<String> words = new ArrayList<>();
        ObjectReader.of(parser).forEach(part -> {
            if (part.equals("actions")) {
                ObjectReader.of(parser).forEachItem(() -> words.add(ValueReader.text(parser)));
            }
        });
        changedOutputs += Actions.named(words).equals(Optional.of(ChangeAction.NO_OP)) ? 0 : 1;
    }

    /** A plan that lists no object although there are some was told to refresh only. */
    private CodeSide codeSide(List<ResourceChange> moved, Optional<IgnoreChanges> ignores) {
        boolean objects = prior.resources() > 0 || !moved.isEmpty();
        if (objects && !planned.present()) {
            return new CodeSide.Unseen();
        }
        List<ResourceChange> changes = planned.sorted();
        return new CodeSide.Seen(
                changes,
                changedOutputs,
                Stream.concat(planned.sideEffects().stream(), invocations.all().stream())
                        .toList(),
                Declared.from(configuration, variables, Stream.concat(moved.stream(), changes.stream())),
                ignores);
    }

    /** The state holds what is live and what is gone. */
    private Coverage coverage() {
        int live = Math.max(prior.resources(), planned.existing());
        int gone = drifted.deleted();
        List<Gap> gaps = new ArrayList<>(state.gaps());
        gaps.addAll(drifted.gaps());
        gaps.addAll(planned.gaps());
        int unplanned = planned.present() || state.errored() ? live - planned.existing() : 0;
        if (unplanned > 0 && gaps.isEmpty()) {
            gaps.add(PlanState.partial(unplanned + " of " + live + " objects are not part of the plan"));
        }
        return new Coverage(live + gone, live + gone - unplanned, gaps);
    }

    private Set<String> changedAddresses() {
        return Stream.concat(drifted.sorted().stream(), planned.sorted().stream())
                .map(change -> change.address().configurationAddress())
                .collect(Collectors.toSet());
    }

    private static void expectObject(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new PlanDefect("plan JSON is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw PlanDefect.at(parser, "is no JSON object");
        }
    }
}
