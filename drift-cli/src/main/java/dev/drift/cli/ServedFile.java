package dev.drift.cli;

import dev.drift.audit.AuditEvent;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.cli.serve.CellTurns;
import dev.drift.cli.wiring.Runs;
import dev.drift.config.InvalidConfigException;
import dev.drift.estate.Cell;
import dev.drift.timetable.CellTimetable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What {@code drift.yaml} says while it is served. A file that was changed is read anew; one that cannot be used is told once, and
 * the one before holds. Now and then the stacks are listed anew, since they may form cells that the file does not name. One thread asks for turns, any for the rest.
 */
final class ServedFile {

    /** How often it is asked whether the file was changed. */
    static final Duration PACE = Duration.ofSeconds(2);

    private final ServeCommand options;
    private final Path reports;
    private final Surroundings surroundings;
    private final Runs runs;
    private final Clock clock;
    private final Pause pause;
    private Optional<ByteBuffer> text;
    private List<CellDetection> cells = List.of();
    private List<CellTurns> turns = List.of();
    private String trouble = "";
    private volatile DriftFile file = DriftFile.NONE;

    private ServedFile(ServeCommand options, Path reports, Surroundings surroundings, Runs runs, Clock clock) {
        this.options = options;
        this.reports = reports;
        this.surroundings = surroundings;
        this.runs = runs;
        this.clock = clock;
        this.pause = new Pause(clock);
        this.text = text();
    }

    /**
     * The file as it is now.
     *
     * @throws InvalidConfigException with everything that keeps it from being served
     */
    static ServedFile of(ServeCommand options, Path reports, Surroundings surroundings, Runs runs, Clock clock) {
        ServedFile served = new ServedFile(options, reports, surroundings, runs, clock);
        served.take();
        return served;
    }

    /** What holds. */
    DriftFile file() {
        return file;
    }

    /** The cells that are served, as they are to be now; the same list as before if they are the same. */
    List<CellTurns> turns() {
        Optional<ByteBuffer> now = text();
        if (!now.equals(text)) {
            text = now;
            takeAnew();
        } else if (pause.isOver()) {
            listAnew();
        }
        return turns;
    }

    /** The cells that are served, for a reader. */
    String names() {
        return cells.stream().map(cell -> cell.cell().toString()).collect(Collectors.joining(", "));
    }

    private void takeAnew() {
        try {
            take();
            surroundings.say(DriftYaml.NAME + " was changed; serves " + names());
        } catch (InvalidConfigException wrong) {
            wrong.problems().forEach(problem -> surroundings.say(problem.toString()));
            refuse();
        } catch (RuntimeException broken) {
            surroundings.say(broken.toString());
            refuse();
        }
    }

    /** A checkout that is just being moved to another commit can be listed the next time. */
    private void listAnew() {
        try {
            List<CellTimetable> now = listed(file);
            if (!isServed(now)) {
                serve(file, now);
                surroundings.say("The stacks were changed; serves " + names());
            }
            trouble = "";
        } catch (RuntimeException broken) {
            if (!trouble.equals(broken.toString())) {
                trouble = broken.toString();
                surroundings.say("The stacks cannot be listed, so the cells stay as they were: " + trouble);
            }
        }
    }

    private boolean isServed(List<CellTimetable> now) {
        Set<Cell> listed = now.stream().map(CellTimetable::cell).collect(Collectors.toSet());
        return listed.equals(cells.stream().map(CellDetection::cell).collect(Collectors.toSet()));
    }

    private void take() {
        DriftFile next = StackOptions.file(options.root, surroundings);
        serve(next, listed(next));
    }

    private List<CellTimetable> listed(DriftFile next) {
        return pause.after(() -> options.timetables(next, surroundings));
    }

    private void serve(DriftFile next, List<CellTimetable> timetables) {
        List<CellTurns> all = timetables.stream()
                .map(timetable -> {
                    detection(timetable.cell(), () -> next).checked();
                    return new CellTurns(timetable, detection(timetable.cell(), this::file), clock, surroundings::say);
                })
                .toList();
        file = next;
        turns = all;
        cells = all.stream()
                .map(cell -> detection(cell.timetable().cell(), this::file))
                .toList();
    }

    /** What is wrong with it is for whoever runs this: it may name what the jurisdiction of a trail has nothing to do with. */
    private void refuse() {
        surroundings.say(DriftYaml.NAME + " was changed and cannot be used; what it said before holds");
        for (CellDetection cell : cells) {
            try {
                cell.keep(AuditEvent.of(AuditEvent.Kind.CONFIGURATION_REFUSED)
                        .with("reason", DriftYaml.NAME + " was changed and cannot be used; what it said before holds"));
            } catch (RuntimeException broken) {
                surroundings.say(cell.cell() + ": that it was refused is recorded nowhere: " + broken);
            }
        }
    }

    private CellDetection detection(Cell cell, Supplier<DriftFile> said) {
        return new CellDetection(options, cell, reports, said, surroundings, runs);
    }

    /** The bytes of the file; none if there is none or it cannot be read. */
    private Optional<ByteBuffer> text() {
        return DriftYaml.above(surroundings.at(options.root)).flatMap(path -> {
            try {
                return Optional.of(ByteBuffer.wrap(Files.readAllBytes(path)));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        });
    }
}
