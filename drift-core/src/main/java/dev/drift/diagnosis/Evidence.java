package dev.drift.diagnosis;

import dev.drift.code.IgnoreChanges;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Declarations;
import dev.drift.observation.KnownSecrets;
import dev.drift.observation.Observation;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An observation, looked up by object. */
final class Evidence {

    private final RuleBook rules;
    private final Observation observation;
    private final Siblings siblings;
    private final Optional<CodeSide.Seen> code;
    private final Map<ResourceAddress, ResourceChange> planned = new HashMap<>();
    private final Map<ResourceAddress, ResourceChange> drifted = new HashMap<>();
    private final Map<String, TypeFacts> types = new HashMap<>();

    Evidence(RuleBook rules, Observation observation) {
        this.rules = rules;
        this.observation = observation;
        this.siblings = new Siblings(observation);
        this.code = observation.codeSide() instanceof CodeSide.Seen seen ? Optional.of(seen) : Optional.empty();
        planned().forEach(change -> planned.put(change.address(), change));
        observation.drifted().forEach(change -> drifted.put(change.address(), change));
    }

    List<ResourceChange> drifted() {
        return observation.drifted();
    }

    List<ResourceChange> planned() {
        return code.map(CodeSide.Seen::planned).orElse(List.of());
    }

    int changedOutputs() {
        return code.map(CodeSide.Seen::changedOutputs).orElse(0);
    }

    boolean isCodeSeen() {
        return code.isPresent();
    }

    Siblings siblings() {
        return siblings;
    }

    KnownSecrets secrets() {
        return observation.secrets();
    }

    Optional<ResourceChange> plannedFor(ResourceAddress address) {
        return Optional.ofNullable(planned.get(address));
    }

    Optional<ResourceChange> driftOf(ResourceAddress address) {
        return Optional.ofNullable(drifted.get(address));
    }

    Optional<IgnoreChanges> ignores() {
        return code.flatMap(CodeSide.Seen::ignores);
    }

    TypeFacts typeOf(ResourceAddress address) {
        return types.computeIfAbsent(address.type(), type -> new TypeFacts(rules, type));
    }

    DeclaredFields declaredFor(ResourceAddress address) {
        Declarations declarations = code.map(CodeSide.Seen::declarations).orElse(Declarations.NONE);
        return new DeclaredFields(typeOf(address), declarations.of(address));
    }
}
