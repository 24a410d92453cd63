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
 */
record MergedAlerts(ReportParts parts) {

    List<DriftReport> reports(Surroundings surroundings) {
        try {
            return List.of(parts.whole());
        } catch (InvalidConfigException inPieces) {
            inPieces.problems().forEach(problem -> surroundings.say("Not told as one: " + problem));
            return parts.bySubject().stream()
                    .flatMap(MergedAlerts::asFarAsCanBe)
                    .toList();
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
