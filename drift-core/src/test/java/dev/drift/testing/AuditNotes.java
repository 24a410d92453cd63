package dev.drift.testing;

import dev.drift.audit.AuditEvent;
import dev.drift.audit.AuditNote;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Notes for tests of audit trails. */
public final class AuditNotes {

    private static final Cell CELL =
            new Cell(Optional.of(new Environment("prod")), Optional.of(new Region("eu-central-1")));

    private AuditNotes() {}

    /** As many notes of one run. */
    public static List<AuditNote> of(String run, int count) {
        return IntStream.range(0, count).mapToObj(number -> note(run, number)).toList();
    }

    private static AuditNote note(String run, int number) {
        return new AuditNote(
                run,
                Instant.parse("2026-11-23T06:01:00Z").plusSeconds(number),
                Optional.of(CELL),
                AuditEvent.of(AuditEvent.Kind.IN_SYNC).with("stack", "/stacks/grün \"" + number + "\"\n"));
    }
}
