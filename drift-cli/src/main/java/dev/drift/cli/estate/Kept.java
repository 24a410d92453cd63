package dev.drift.cli.estate;

import java.util.List;

/**
 * Where things are kept from run to run.
 *
 * @param audit where what happened may be kept
 * @param memory where runs may remember what they saw and told
 */
public record Kept(List<AuditTrail> audit, List<RunMemory> memory) {

    static final Kept NOWHERE = new Kept(List.of(), List.of());

    public Kept {
        audit = List.copyOf(audit);
        memory = List.copyOf(memory);
    }
}
