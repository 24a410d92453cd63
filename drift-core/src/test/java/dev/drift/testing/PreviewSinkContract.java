package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.SinkException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PreviewSink} keeps. */
public abstract class PreviewSinkContract {

    /** The sink, the same one for the whole test; its place is empty at first. */
    protected abstract PreviewSink sink() throws Exception;

    /** Whether the preview lies at the sink's place, as a whole. */
    protected abstract boolean holds(PreviewReport preview) throws Exception;

    /** Whether anything at all lies at the sink's place, also a part of something. */
    protected abstract boolean holdsAnything() throws Exception;

    /** A sink for the same place that cannot deliver; empty for one that always can. */
    protected abstract Optional<PreviewSink> unable() throws Exception;

    @Test
    void namesItsPlaceInOneLine() throws Exception {
        assertThat(sink().destination()).isNotBlank().doesNotContain("\n").isEqualTo(sink().destination());
    }

    @Test
    void deliversAPreviewAsAWhole() throws Exception {
        sink().deliver(SamplePreviews.everything());

        assertThat(holds(SamplePreviews.everything())).isTrue();
        assertThat(holds(SamplePreviews.nothing())).isFalse();
    }

    @Test
    void deliversOnePreviewAfterTheOther() throws Exception {
        sink().deliver(SamplePreviews.everything());
        sink().deliver(SamplePreviews.refused());

        assertThat(holds(SamplePreviews.refused())).isTrue();
    }

    @Test
    void saysInOneLineWhyItCannotDeliverAndLeavesNothing() throws Exception {
        Optional<PreviewSink> unable = unable();
        if (unable.isPresent()) {
            SinkException thrown =
                    catchThrowableOfType(SinkException.class, () -> unable.get().deliver(SamplePreviews.everything()));

            assertThat(thrown).isNotNull();
            assertThat(thrown.getMessage()).isNotBlank().doesNotContain("\n");
            assertThat(holdsAnything()).isFalse();
        }
    }
}
