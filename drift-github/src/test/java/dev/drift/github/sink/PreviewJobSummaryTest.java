package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.testing.PreviewSinkContract;
import dev.drift.testing.SamplePreviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewJobSummaryTest extends PreviewSinkContract {

    @TempDir
    private Path folder;

    @Override
    protected PreviewSink sink() {
        return PreviewJobSummary.in(file(), Optional.of(Peer.COMMIT), Peer.FOOTER);
    }

    @Override
    protected boolean holds(PreviewReport preview) throws IOException {
        return Files.exists(file())
                && Files.readString(file())
                        .contains("**" + preview.verdict().word().toUpperCase(java.util.Locale.ROOT) + "**");
    }

    @Override
    protected boolean holdsAnything() {
        return Files.exists(file());
    }

    @Override
    protected Optional<PreviewSink> unable() {
        return Optional.of(PreviewJobSummary.in(folder.resolve("missing/summary.md"), Optional.empty(), Peer.FOOTER));
    }

    @Test
    void saysWhyNoPlanWasMade() throws Exception {
        sink().deliver(SamplePreviews.refused());

        assertThat(Files.readString(file()))
                .contains("no plan was made, because `the change comes from the fork stranger/infra`");
    }

    private Path file() {
        return folder.resolve("summary.md");
    }
}
