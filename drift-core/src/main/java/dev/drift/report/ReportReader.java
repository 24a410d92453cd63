package dev.drift.report;

import dev.drift.catalog.SkippedStack;
import dev.drift.config.Problems;
import dev.drift.timetable.MissedTicks;
import dev.drift.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads a report back, and does not believe a verdict or a count that its stacks contradict. */
final class ReportReader {

    private final String source;
    private final Problems problems = new Problems();

    ReportReader(String source) {
        this.source = source;
    }

    DriftReport read(Value document) {
        Place whole = new Place("", document);
        refuseOtherVersions(whole);
        Optional<RunFacts> run = attempt(whole.field("run"), ReportReader::run);
        List<StackReport> stacks = each(whole.field("stacks"), StackReader::stack);
        List<SkippedStack> skipped = each(whole.field("skipped"), StackReader::skipped);
        Place ticks = whole.field("missed_ticks");
        List<MissedTicks> missed = ticks.value().isNull() ? List.of() : each(ticks, ReportReader::missed);
        problems.throwIfAny();
        DriftReport report = new DriftReport(run.orElseThrow(), stacks, skipped, missed);
        attempt(whole, place -> agreed(place, report));
        problems.throwIfAny();
        return report;
    }

    private void refuseOtherVersions(Place whole) {
        attempt(whole.field("schema_version"), place -> {
            int version = place.count();
            if (version != ReportJson.VERSION) {
                throw place.wrong("is " + version + ", and this Drift reads version " + ReportJson.VERSION);
            }
            return version;
        });
        problems.throwIfAny();
    }

    private static MissedTicks missed(Place ticks) {
        return ticks.checked(() -> MissedTicks.of(ticks.value()));
    }

    static RunFacts run(Place run) {
        Map<String, String> origin = new HashMap<>();
        RunFacts.ORIGINS.forEach(
                part -> run.field(part).asOptional(text -> text).ifPresent(text -> origin.put(part, text)));
        return run.checked(() -> new RunFacts(
                run.field("id").text(),
                run.field("started_at").as(Instant::parse),
                run.field("finished_at").as(Instant::parse),
                run.field("selector").text(),
                origin,
                run.field("drift_version").text()));
    }

    /** What is counted and concluded is written for readers that only look; here it must follow from the stacks. */
    private static DriftReport agreed(Place whole, DriftReport report) {
        Place summary = whole.field("summary");
        Summary counted = new Summary(
                summary.field("in_sync").count(),
                summary.field("drifted").count(),
                summary.field("unknown").count(),
                summary.field("skipped").count(),
                summary.field("pending").count(),
                resources(summary.field("resources"), report.summary()));
        if (!counted.equals(report.summary())
                || summary.field("selected").count() != report.summary().selected()) {
            throw summary.wrong("does not count what the report lists");
        }
        Place verdict = whole.field("verdict");
        if (verdict.word(Verdict.values(), Verdict::word) != report.verdict()) {
            throw verdict.wrong("does not follow from the stacks: they say "
                    + report.verdict().word());
        }
        return report;
    }

    /** Where a state could not be read its objects are not counted; earlier versions counted the others. */
    private static OptionalInt resources(Place place, Summary follows) {
        return follows.resources().isEmpty() ? OptionalInt.empty() : OptionalInt.of(place.count());
    }

    private <T> List<T> each(Place list, Function<Place, T> form) {
        List<T> all = new ArrayList<>();
        attempt(list, Place::items)
                .orElse(List.of())
                .forEach(place -> attempt(place, form).ifPresent(all::add));
        return all;
    }

    private <T> Optional<T> attempt(Place place, Function<Place, T> form) {
        try {
            return Optional.of(form.apply(place));
        } catch (Place.Misread misread) {
            problems.add(source, misread.problem());
            return Optional.empty();
        }
    }
}
