package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.audit.AuditAnchor;
import dev.drift.audit.AuditArchive;
import dev.drift.audit.AuditException;
import dev.drift.audit.AuditHead;
import dev.drift.audit.AuditInspection;
import dev.drift.audit.AuditNote;
import dev.drift.audit.AuditTrail;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AuditTrail} keeps. */
public abstract class AuditTrailContract {

    /** The trail, empty at first; a new object for the same place at every call. */
    protected abstract AuditTrail trail() throws Exception;

    /** Reads the place of the trail. */
    protected abstract AuditArchive archive() throws Exception;

    /** A trail that cannot be written. */
    protected abstract AuditTrail unable() throws Exception;

    @Test
    void namesItsPlaceInOneLine() throws Exception {
        assertThat(trail().destination()).isNotBlank().doesNotContain("\n").isEqualTo(trail().destination());
    }

    @Test
    void keepsNotesBehindEachOther() throws Exception {
        AuditHead first = trail().append(AuditNotes.of("run-1", 3));
        AuditHead second = trail().append(AuditNotes.of("run-2", 2));

        AuditInspection inspection = AuditInspection.of(archive(), List.of());
        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.recoveries()).isEmpty();
        assertThat(inspection.lines()).isEqualTo(5);
        assertThat(first.sequence()).isEqualTo(3);
        assertThat(inspection.end()).contains(AuditAnchor.parse(second.toString()));
        assertThat(AuditInspection.of(archive(), List.of(AuditAnchor.parse(first.toString())))
                        .isWhole())
                .isTrue();
    }

    @Test
    void nothingToKeepChangesNothing() throws Exception {
        AuditHead before = trail().append(AuditNotes.of("run-1", 2));

        assertThat(trail().append(List.of())).isEqualTo(before);
        assertThat(AuditInspection.of(archive(), List.of()).lines()).isEqualTo(2);
    }

    @Test
    void severalWriteAtOnce() throws Exception {
        AuditTrail one = trail();
        AuditTrail other = trail();

        Together.call(8, number -> append(number % 2 == 0 ? one : other, AuditNotes.of("run-" + number, 3)));

        AuditInspection inspection = AuditInspection.of(archive(), List.of());
        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.recoveries()).isEmpty();
        assertThat(inspection.lines()).isEqualTo(24);
    }

    @Test
    void saysInOneLineWhyItCannotBeKept() throws Exception {
        AuditTrail unable = unable();

        AuditException refused =
                catchThrowableOfType(AuditException.class, () -> unable.append(AuditNotes.of("run-1", 1)));

        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void promisesNothingUnlessTold() throws Exception {
        assertThat(trail().residency()).isEqualTo(Optional.empty());
    }

    private static boolean append(AuditTrail trail, List<AuditNote> notes) {
        try {
            trail.append(notes);
            return true;
        } catch (AuditException refused) {
            throw new AssertionError("Not kept in " + trail.destination(), refused);
        }
    }
}
