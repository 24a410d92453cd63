package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import dev.drift.testing.ProvisionSinkContract;
import dev.drift.testing.Provisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionSummaryTest extends ProvisionSinkContract {

    @TempDir
    private Path folder;

    @Override
    protected ProvisionSink sink() {
        return ProvisionSummary.in(folder.resolve("summary.md"), Peer.FOOTER);
    }

    @Test
    void saysWhatWasDoneToEachStack() throws IOException {
        sink().finish(Provisions.full());

        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains(
                        "> **FAILED**: 1 applied, 1 unchanged, 1 refused, 1 failed, 1 not done; 1 stack deleted in code")
                .contains("drift provision / Environment:prod")
                .doesNotContain("hunter2");
    }

    @Test
    void saysThatItCannotBeWritten() {
        ProvisionSink nowhere = ProvisionSummary.in(folder.resolve("missing/summary.md"), Peer.FOOTER);

        assertThat(nowhere.finish(Provisions.full()))
                .singleElement()
                .isInstanceOf(Delivery.Undelivered.class)
                .asString()
                .contains("NoSuchFile");
    }
}
