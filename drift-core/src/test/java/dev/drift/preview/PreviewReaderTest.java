package dev.drift.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import dev.drift.report.ReportJson;
import dev.drift.testing.SamplePreviews;
import dev.drift.testing.SampleReports;
import dev.drift.value.Json;
import org.junit.jupiter.api.Test;

/** Previews that are handed from one job to another. */
class PreviewReaderTest {

    @Test
    void aPreviewThatIsReadAndWrittenAgainHasTheSameBytes() {
        for (PreviewReport preview : new PreviewReport[] {
            SamplePreviews.everything(), SamplePreviews.nothing(), SamplePreviews.scaling(), SamplePreviews.refused()
        }) {
            String written = PreviewJson.write(preview);

            assertThat(PreviewJson.write(PreviewJson.read("preview.json", written)))
                    .isEqualTo(written);
        }
    }

    @Test
    void aPreviewIsToldFromAReport() {
        assertThat(PreviewJson.isPreview(Json.read(PreviewJson.write(SamplePreviews.nothing()))))
                .isTrue();
        assertThat(PreviewJson.isPreview(Json.read(ReportJson.write(SampleReports.everything()))))
                .isFalse();
        assertThat(PreviewJson.isPreview(Json.read("[\"base\"]"))).isFalse();
    }

    @Test
    void whatIsNoPreviewIsRefusedByItsName() {
        String written = PreviewJson.write(SamplePreviews.everything());

        assertThatThrownBy(() -> PreviewJson.read("p.json", "{"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("p.json:1:");
        assertThatThrownBy(() ->
                        PreviewJson.read("p.json", written.replace("\"schema_version\": 1", "\"schema_version\": 9")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("p.json")
                .hasMessageContaining("schema_version is 9");
        assertThatThrownBy(() -> PreviewJson.read("p.json", written.replace("\"mark\": \"", "\"mark\": \"x")))
                .isInstanceOf(InvalidConfigException.class);
    }
}
