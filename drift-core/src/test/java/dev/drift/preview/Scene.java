package dev.drift.preview;

import dev.drift.code.IgnoreChanges;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Snapshot;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Objects as they were applied last, as they are live and as code wants them, planned as a tool would and judged. */
final class Scene {

    private final List<ResourceChange> drifted = new ArrayList<>();
    private final List<ResourceChange> planned = new ArrayList<>();
    private final Map<String, Value> declared = new HashMap<>();
    private final List<ValuePath> ignored = new ArrayList<>();
    private PendingBefore before = new PendingBefore(List.of());

    /** An object that is there and stays. */
    Scene with(String name, Map<String, Value> applied, Map<String, Value> live, Map<String, Value> code) {
        return add(name, ChangeAction.UPDATE, applied, live, code);
    }

    /** An object that is there, and another one takes its place. */
    Scene replacing(String name, Map<String, Value> applied, Map<String, Value> live, Map<String, Value> code) {
        return add(name, ChangeAction.REPLACE, applied, live, code);
    }

    /** An object that is there and that the code does not want any more. */
    Scene deleting(String name, Map<String, Value> applied, Map<String, Value> live) {
        moved(name, applied, live);
        planned.add(new ResourceChange(address(name), ChangeAction.DELETE, snapshot(live), Snapshot.ABSENT));
        return this;
    }

    /** An object that somebody deleted live and that the code still wants as it was. */
    Scene recreating(String name, Map<String, Value> applied) {
        drifted.add(new ResourceChange(address(name), ChangeAction.DELETE, snapshot(applied), Snapshot.ABSENT));
        planned.add(new ResourceChange(address(name), ChangeAction.CREATE, Snapshot.ABSENT, snapshot(applied)));
        return this;
    }

    /** Lets the code of an object declare what it comes to only later. */
    Scene declaring(String name) {
        declared.put("test_object." + name, Value.of(Map.of("arn", Value.unknown(), "count", Value.unknown())));
        return this;
    }

    /** Lets the code of all objects tell to leave a field alone. */
    Scene ignoring(String field) {
        ignored.add(ValuePath.of(field));
        return this;
    }

    /** The same after a base. */
    Scene over(Scene base) {
        before = new PendingBefore(base.findings().pending().resources());
        return this;
    }

    /** What would happen. */
    List<PlannedChange> changes() {
        return Marking.of(Judge.by(RuleBook.EMPTY).outlook(observation()).orElseThrow(), findings(), before);
    }

    private Findings findings() {
        return Judge.by(RuleBook.EMPTY).judge(observation()).findings();
    }

    private Observation observation() {
        return new Observation(
                drifted,
                new CodeSide.Seen(planned, 0, new Declarations(declared), ignores()),
                List.of(),
                Coverage.complete(planned.size() + drifted.size()),
                Optional.empty());
    }

    private Optional<IgnoreChanges> ignores() {
        return ignored.isEmpty()
                ? Optional.empty()
                : Optional.of(new IgnoreChanges(planned.stream()
                        .collect(Collectors.toMap(
                                change -> change.address().configurationAddress(), change -> ignored))));
    }

    private Scene add(
            String name,
            ChangeAction action,
            Map<String, Value> applied,
            Map<String, Value> live,
            Map<String, Value> code) {
        moved(name, applied, live);
        if (!live.equals(code)) {
            planned.add(new ResourceChange(address(name), action, snapshot(live), snapshot(code)));
        }
        return this;
    }

    private void moved(String name, Map<String, Value> applied, Map<String, Value> live) {
        if (!applied.equals(live)) {
            drifted.add(new ResourceChange(address(name), ChangeAction.UPDATE, snapshot(applied), snapshot(live)));
        }
    }

    private static ResourceAddress address(String name) {
        return ResourceAddress.of("test_object." + name, "test_object");
    }

    private static Snapshot snapshot(Map<String, Value> values) {
        return new Snapshot(Value.of(values), Marks.NONE);
    }
}
