package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What an inspection of a trail says.
 *
 * @param lines how many lines were read
 * @param end the last line of the chain as it was found; empty if there is none
 * @param recoveries where the trail records that a writer was stopped in the middle, as {@code file:line}
 * @param findings what is wrong, in the order of the trail; empty if it is whole
 */
public record AuditInspection(
        long lines, Optional<AuditAnchor> end, List<String> recoveries, List<AuditFinding> findings) {

    public AuditInspection {
        requireNonNull(end, "end is null");
        recoveries = List.copyOf(recoveries);
        findings = List.copyOf(findings);
    }

    /**
     * Reads a trail from its first line to its last.
     *
     * @param anchors what was noted elsewhere of it
     * @throws AuditException if it cannot be read
     */
    public static AuditInspection of(AuditArchive archive, List<AuditAnchor> anchors) throws AuditException {
        AuditInspector inspector = new AuditInspector(anchors);
        archive.read(inspector::file);
        return inspector.inspection();
    }

    /** Whether nothing is wrong. */
    public boolean isWhole() {
        return findings.isEmpty();
    }
}
