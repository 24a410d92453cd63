package dev.drift.cli;

import dev.drift.audit.RunJournal;
import dev.drift.cli.estate.AuditTrail;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Residency;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is kept of a run, and where: an audit trail, and that facts stay where they are bound. */
final class KeepingOptions {

    @Option(
            names = "--audit",
            paramLabel = "PLACE",
            description = {
                "Keep what was looked at or done, what was not, and who was told in an audit trail: a folder or s3://BUCKET/PREFIX,"
                        + " besides those of drift.yaml. May be repeated. Exit with 1 if it cannot be kept; serve goes on, and says so."
            })
    List<TrailPlace> audits = new ArrayList<>();

    @Mixin
    ResidencyOptions residency = new ResidencyOptions();

    /** The trails that are kept: those that were asked for, and unless nobody is to be told those of the environments. */
    List<RunJournal> journals(DriftFile file, DeliveryOptions delivery, Surroundings surroundings, Problems problems) {
        refuseUnbound(file, problems);
        Stream<RunJournal> asked = audits.stream()
                .map(place -> journal(file, place, RunJournal.EVERY_CELL, Optional.empty(), surroundings));
        Stream<RunJournal> owed = delivery.noDeliver
                ? Stream.empty()
                : file.audit().stream().flatMap(trail -> owed(file, trail, surroundings, problems).stream());
        return Stream.concat(asked, owed).toList();
    }

    /** The estate, with what is promised for sinks. */
    EstateDefinition promising(EstateDefinition estate) {
        return residency.promising(estate);
    }

    /** A bucket that is named here promises nothing; a folder is on the machine of whoever asks. */
    private void refuseUnbound(DriftFile file, Problems problems) {
        boolean bound = file.estate().environments().stream()
                .anyMatch(defined -> defined.duties().residency().isPresent());
        if (bound && audits.stream().anyMatch(TrailPlace.InBucket.class::isInstance)) {
            problems.add(
                    "--audit",
                    "Environments are bound to a residency, which a bucket named here does not promise: name the trail in "
                            + DriftYaml.NAME);
        }
    }

    private static Optional<RunJournal> owed(
            DriftFile file, AuditTrail trail, Surroundings surroundings, Problems problems) {
        Set<Environment> environments =
                DutyOptions.those(file, defined -> defined.duties().audit().equals(Optional.of(trail.name())));
        try {
            TrailPlace place = TrailPlace.of(trail.path());
            return environments.isEmpty()
                    ? Optional.empty()
                    : Optional.of(journal(file, place, in(environments), trail.residency(), surroundings));
        } catch (InvalidConfigException wrong) {
            wrong.problems().forEach(problem -> problems.add(DutyOptions.at("audit", trail.name()), problem.message()));
            return Optional.empty();
        }
    }

    private static RunJournal journal(
            DriftFile file,
            TrailPlace place,
            Predicate<Cell> kept,
            Optional<Residency> residency,
            Surroundings surroundings) {
        return new RunJournal(place.trail(surroundings, residency), file.estate()::cellOf, kept, Clock.systemUTC());
    }

    private static Predicate<Cell> in(Set<Environment> environments) {
        return cell -> cell.environment().filter(environments::contains).isPresent();
    }
}
