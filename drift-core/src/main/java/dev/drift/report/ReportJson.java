package dev.drift.report;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.SideEffect;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;

/**
 * The stable JSON form of a report, version {@value #VERSION} (design 7); its JSON Schema is {@code docs/report.schema.json}.
 *
 * <p>Every field of the schema's {@code required} lists is always written, {@code null} where there is nothing to say, in the
 * order of the design; fields that may be absent ({@code drifted_since}, {@code note}, {@code deposed}) follow at the end of
 * their object. The same report gives the same bytes: two spaces deep, one line end at the end, UTF-8 when stored.
 *
 * <p>A value that must not be shown is written as {@value dev.drift.value.Json#REDACTED}, a value known only after an apply
 * as {@value dev.drift.value.Json#UNKNOWN}, anywhere inside {@code before} and {@code after}; {@code sensitive} says that a
 * mark, not a pattern, hid it. A {@code null} there is an absent value also when the field is sensitive. Reading takes the two
 * texts for what they stand for, so a report that is read and written again has the same bytes.
 */
public final class ReportJson {

    /** The version that is written and read. Fields are only ever added to it; readers skip those they do not know. */
    public static final int VERSION = 1;

    private ReportJson() {}

    /** The report as JSON. */
    public static String write(DriftReport report) {
        return Json.writePretty(ReportWriter.report(report)) + "\n";
    }

    /** A run as a report writes it, for documents that speak of the same. */
    public static Value value(RunFacts run) {
        return ReportWriter.run(run);
    }

    /** A stack as a report writes it, for documents that speak of the same. */
    public static Value value(StackReport stack) {
        return ReportWriter.stack(stack);
    }

    /** An object as a report writes it, for documents that speak of the same. */
    public static Value value(ResourceFinding resource) {
        return ReportWriter.resource(resource);
    }

    /** What an apply does besides changing objects, for documents that speak of plans. */
    public static Value value(SideEffect effect) {
        return ReportWriter.sideEffect(effect);
    }

    /**
     * The run that a document writes as a report does.
     *
     * @throws IllegalArgumentException if it writes none, naming the field that does not fit
     */
    public static RunFacts run(Value written) {
        return ReportReader.run(new Place("run", written));
    }

    /**
     * The stack that a document writes as a report does.
     *
     * @throws IllegalArgumentException if it writes none, naming the field that does not fit
     */
    public static StackReport stack(Value written) {
        return StackReader.stack(new Place("stack", written));
    }

    /**
     * What a text writes as JSON, for those who must see first whether it is a report.
     *
     * @param source what the text is called in messages, such as the name of its file
     * @throws InvalidConfigException if the text is no JSON, naming the place
     */
    public static Value document(String source, String text) {
        try {
            return Json.read(text);
        } catch (JsonException noJson) {
            throw InvalidConfigException.of(
                    Problem.at(source + ":" + noJson.line() + ":" + noJson.column(), noJson.problem()));
        }
    }

    /**
     * The report that the text holds. A report does not say where its checkout was: the directory of a stack that is read
     * is its path, taken from the root of this machine.
     *
     * @param source what the text is called in messages, such as the name of its file
     * @throws InvalidConfigException if the text is no report of this version, with the first problem of every
     *     stack
     */
    public static DriftReport read(String source, String text) {
        return read(source, document(source, text));
    }

    /**
     * The same of a document that was read already.
     *
     * @throws InvalidConfigException if the document is no report of this version, with the first problem of every stack
     */
    public static DriftReport read(String source, Value document) {
        return new ReportReader(source).read(document);
    }
}
