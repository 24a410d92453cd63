package dev.drift.cli;

import dev.drift.config.InvalidConfigException;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportParts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What alert routes are told of stored reports: all of them as one, so that a route hears once of a run that several machines
 * divided among them. Where they cannot be put together, as much of them as can be: nobody is kept from what one share saw because
 * another one died.
 *
 * @param reports what the routes are told, one after the other
 * @param asOne whether that is everything, as one
 */
record MergedAlerts(List<DriftReport> reports, boolean asOne) {

    MergedAlerts {
        reports = List.copyOf(reports);
    }

    static MergedAlerts of(ReportParts parts, Surroundings surroundings) {
        try {
            return new MergedAlerts(List.of(parts.whole()), true);
        } catch (InvalidConfigException inPieces) {
            inPieces.problems().forEach(problem -> surroundings.say("Not told as one: " + problem));
            return new MergedAlerts(
                    parts.bySubject().stream()
                            .flatMap(MergedAlerts::asFarAsCanBe)
                            .toList(),
                    false);
        }
    }

    /** Alone, a share says nothing of the stacks of the others. */
    private static Stream<DriftReport> asFarAsCanBe(ReportParts subject) {
        try {
            return Stream.of(subject.whole());
        } catch (InvalidConfigException inPieces) {
            return subject.reports().stream();
        }
    }
}
