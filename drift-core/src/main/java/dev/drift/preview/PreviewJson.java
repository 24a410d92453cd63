package dev.drift.preview;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.report.ReportJson;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.time.DateTimeException;

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

    /** Whether a document seems to be a preview and not a report: it has a base. */
    public static boolean isPreview(Value document) {
        return document.field("base") instanceof Value.Fields;
    }

    /**
     * The preview that the text holds. What a preview does not write is not read back: of the look for drift only what drifted
     * is there, and the directory of a stack is its path, taken from the root of this machine.
     *
     * @param source what the text is called in messages, such as the name of its file
     * @throws InvalidConfigException if the text is no preview of this version
     */
    public static PreviewReport read(String source, String text) {
        return read(source, ReportJson.document(source, text));
    }

    /**
     * The same of a document that was read already.
     *
     * @throws InvalidConfigException if the document is no preview of this version
     */
    public static PreviewReport read(String source, Value document) {
        try {
            return PreviewReader.preview(document);
        } catch (IllegalArgumentException | DateTimeException misread) {
            throw InvalidConfigException.of(
                    Problem.at(source, "This is no preview of version " + VERSION + ": " + misread.getMessage()));
        }
    }

    /** The preview as JSON. */
    public static String write(PreviewReport preview) {
        return Json.writePretty(PreviewWriter.preview(preview)) + "\n";
    }
}
