package dev.drift.preview;

import dev.drift.value.Json;

/**
 * The stable JSON form of a preview, version {@value #VERSION}; its JSON Schema is {@code docs/preview.schema.json}.
 *
 * <p>Every field of the schema's {@code required} lists is always written, {@code null} where there is nothing to say; fields that
 * may be absent ({@code deposed}, {@code last_applied}, {@code note}) stand at the end of their object. The same preview gives the
 * same bytes: two spaces deep, one line end at the end, UTF-8 when stored. Values that must not be shown are written as in a
 * report.
 */
public final class PreviewJson {

    /** The version that is written. Fields are only ever added to it. */
    public static final int VERSION = 1;

    private PreviewJson() {}

    /** The preview as JSON. */
    public static String write(PreviewReport preview) {
        return Json.writePretty(PreviewWriter.preview(preview)) + "\n";
    }
}
