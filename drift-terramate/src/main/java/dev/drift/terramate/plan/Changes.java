package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.SideEffect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The entries of {@code resource_drift} or {@code resource_changes}: managed objects only, those that change kept. */
final class Changes {

    private final String section;
    private final List<ResourceChange> changes = new ArrayList<>();
    private final List<SideEffect> sideEffects = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int existing;
    private boolean present;

    Changes(String section) {
        this.section = section;
    }

    /** Reads the section, the parser standing at its first token. */
    void read(JsonParser parser) throws IOException {
        present |= parser.currentToken() == JsonToken.START_ARRAY;
        ObjectReader.of(parser).forEachItem(() -> add(ChangeEntry.read(parser)));
    }

    /** What changes, by address. */
    List<ResourceChange> sorted() {
        changes.sort(Comparator.comparing(ResourceChange::address));
        return Collections.unmodifiableList(changes);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What happens to entries, unchanged ones included, in the state alone. */
    List<SideEffect> sideEffects() {
        return sideEffects;
    }

    /** Entries that cannot be understood. */
    List<Gap> gaps() {
        return gaps;
    }

    /** How many entries, unchanged ones included, are about an object that exists. */
    int existing() {
        return existing;
    }

    /** How many objects are gone. */
    int deleted() {
        return (int) changes.stream()
                .filter(change -> change.action() == ChangeAction.DELETE)
                .count();
    }

    /** Whether the plan has the section at all. */
    boolean present() {
        return present;
    }

    private void add(ChangeEntry entry) {
        if (!entry.managed()) {
            return;
        }
        ResourceAddress address = entry.address();
        if (entry.imported()) {
            sideEffects.add(SideEffect.importing(address.toString()));
        }
        entry.previousAddress()
                .filter(before -> !before.equals(address.text()))
                .ifPresent(before -> sideEffects.add(SideEffect.moving(before, address.toString())));
        Optional<ChangeAction> action = entry.action();
        if (action.isEmpty()) {
            gaps.add(new Gap(ProbePhase.READ, unknownAction(entry), Optional.of(address)));
            existing++;
            return;
        }
        existing += action.get() == ChangeAction.CREATE ? 0 : 1;
        if (action.get() != ChangeAction.NO_OP && action.get() != ChangeAction.READ) {
            changes.add(new ResourceChange(address, action.get(), entry.before(), entry.after()));
        }
    }

    private String unknownAction(ChangeEntry entry) {
        return section + " holds the unknown action " + entry.words();
    }
}
