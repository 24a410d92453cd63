package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.CheckOutput;
import dev.drift.github.page.Footer;
import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import java.nio.file.Path;

/**
 * Shows the report as a check run on a commit, named after what the run is about. A result that is the newest one already is not
 * written again. Where the token may not write checks, a commit status says the verdict.
 */
public final class CheckRun implements ReportSink {

    private final Place place = new Place(Checks.PLACE, Checks.PERMISSION);
    private final Checks checks;
    private final Path workspace;
    private final Footer footer;

    private CheckRun(Checks checks, Path workspace, Footer footer) {
        this.checks = checks;
        this.workspace = requireNonNull(workspace, "workspace is null");
        this.footer = footer;
    }

    /** On a commit of a repository, with annotations in a checkout. */
    public static CheckRun on(Repository repository, String commit, Path workspace, Footer footer) {
        return new CheckRun(new Checks(repository, commit, footer), workspace, footer);
    }

    @Override
    public String destination() {
        return place.name();
    }

    @Override
    public void deliver(DriftReport report) throws SinkException {
        CheckOutput output = CheckOutput.of(report, workspace, footer);
        place.take(() -> checks.show(output, CheckOutput.state(report)));
    }
}
