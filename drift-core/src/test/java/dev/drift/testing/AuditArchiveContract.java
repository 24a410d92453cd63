package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.audit.AuditArchive;
import dev.drift.audit.AuditException;
import dev.drift.audit.AuditFile;
import dev.drift.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AuditArchive} keeps. */
public abstract class AuditArchiveContract {

    /** Writes to the place that is read, in segments that hold one piece each. */
    protected abstract AuditTrail trail() throws Exception;

    /** The archive. */
    protected abstract AuditArchive archive() throws Exception;

    /** An archive that cannot be read. */
    protected abstract AuditArchive unable() throws Exception;

    @Test
    void handsOverTheSegmentsByNameAndThenTheHead() throws Exception {
        trail().append(AuditNotes.of("run-1", 2));
        trail().append(AuditNotes.of("run-2", 9));
        trail().append(AuditNotes.of("run-3", 1));

        List<AuditFile> files = new ArrayList<>();
        archive().read(files::add);

        assertThat(files)
                .extracting(AuditFile::name)
                .containsExactly(AuditFile.segment(1), AuditFile.segment(3), AuditFile.segment(12), AuditFile.HEAD);
        assertThat(files).extracting(AuditFile::place).allMatch(place -> !place.contains("\n"));
    }

    @Test
    void saysInOneLineWhyItCannotBeRead() throws Exception {
        AuditArchive unable = unable();

        AuditException refused = catchThrowableOfType(AuditException.class, () -> unable.read(file -> {}));

        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isNotBlank().doesNotContain("\n");
    }
}
