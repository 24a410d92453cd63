package dev.drift.testing;

import dev.drift.code.IgnoreChanges;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Gap;
import dev.drift.observation.KnownSecrets;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Sibling;
import dev.drift.observation.Snapshot;
import dev.drift.value.Json;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a probe saw, told in the words of a test. Objects are JSON with single quotes; {@code '(unknown)'} stands for what is
 * known only later. The type of an object is the first part of its address. Not for several threads.
 */
public final class Scene {

    private final List<ResourceChange> drifted = new ArrayList<>();
    private final List<ResourceChange> planned = new ArrayList<>();
    private final List<Sibling> siblings = new ArrayList<>();
    private final Map<String, Value> declared = new HashMap<>();
    private final Map<String, List<ValuePath>> ignored = new HashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private boolean codeSeen = true;
    private boolean codeAtHand;
    private int changedOutputs;
    private int resources = 1;

    /** The code was planned against the live objects; the code itself is not at hand until it ignores something. */
    public static Scene planned() {
        return new Scene();
    }

    /** The code was not looked at. */
    public static Scene refreshOnly() {
        Scene scene = new Scene();
        scene.codeSeen = false;
        return scene;
    }

    /** The value a test writes. */
    public static Value value(String json) {
        return open(Json.read(json.replace('\'', '"')));
    }

    /** The last apply against live. */
    public Scene drifted(String address, String before, String after) {
        return drifted(address, before, after, "false");
    }

    /** The last apply against live, with marks on both sides. */
    public Scene drifted(String address, String before, String after, String marks) {
        ChangeAction action = after.equals("null") ? ChangeAction.DELETE : ChangeAction.UPDATE;
        drifted.add(change(address, action, before, after, marks));
        return this;
    }

    /** What an apply would do. */
    public Scene plans(ChangeAction action, String address, String live, String planned) {
        return plans(action, address, live, planned, "false");
    }

    /** What an apply would do, with marks on both sides. */
    public Scene plans(ChangeAction action, String address, String live, String then, String marks) {
        planned.add(change(address, action, live, then, marks));
        return this;
    }

    /** What the code declares for an object. */
    public Scene declares(String configurationAddress, String arguments) {
        declared.put(configurationAddress, value(arguments));
        return this;
    }

    /** The code is at hand and tells to leave these places alone. */
    public Scene ignores(String configurationAddress, ValuePath... places) {
        codeAtHand = true;
        ignored.put(configurationAddress, List.of(places));
        return this;
    }

    /** Another object of the state, as it is live. */
    public Scene beside(String address, String live) {
        siblings.add(new Sibling(address(address), value(live)));
        return this;
    }

    /** An apply would change so many outputs. */
    public Scene changesOutputs(int outputs) {
        changedOutputs = outputs;
        return this;
    }

    /** The state holds so many objects. */
    public Scene holds(int objects) {
        resources = objects;
        return this;
    }

    /** Something could not be looked at. */
    public Scene misses(ProbePhase phase, String reason) {
        gaps.add(new Gap(phase, reason, Optional.empty()));
        return this;
    }

    /** These are secrets of the stack, wherever copies of them stand. */
    public Scene keeps(String... more) {
        secrets.addAll(List.of(more));
        return this;
    }

    /** The scene as the judge gets it. */
    public Observation observation() {
        Optional<IgnoreChanges> ignores = codeAtHand ? Optional.of(new IgnoreChanges(ignored)) : Optional.empty();
        CodeSide code = codeSeen
                ? new CodeSide.Seen(planned, changedOutputs, new Declarations(declared), ignores)
                : new CodeSide.Unseen();
        return new Observation(drifted, code, siblings, new Coverage(resources, resources, gaps), Optional.empty())
                .keeping(KnownSecrets.of(secrets.stream().map(Value::of)));
    }

    private static ResourceChange change(
            String address, ChangeAction action, String before, String after, String marks) {
        Marks sensitive = new Marks(value(marks));
        return new ResourceChange(
                address(address),
                action,
                new Snapshot(value(before), sensitive),
                new Snapshot(value(after), sensitive));
    }

    private static ResourceAddress address(String text) {
        return ResourceAddress.of(text, text.substring(0, text.indexOf('.')));
    }

    private static Value open(Value value) {
        if (value instanceof Value.Fields fields) {
            Map<String, Value> opened = new HashMap<>();
            fields.values().forEach((name, field) -> opened.put(name, open(field)));
            return Value.of(opened);
        }
        if (value instanceof Value.Items items) {
            return Value.of(items.values().stream().map(Scene::open).toList());
        }
        return Stream.of(value)
                .filter(text -> !text.equals(Value.of(Json.UNKNOWN)))
                .findFirst()
                .orElse(Value.unknown());
    }
}
