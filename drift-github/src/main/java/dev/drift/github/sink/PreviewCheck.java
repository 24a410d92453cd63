package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.CheckOutput;
import dev.drift.github.page.Footer;
import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.SinkException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Shows a preview as a check run on the commit that was previewed, with annotations where code is not valid or not formatted. A
 * result that is the newest one already is not written again. Where the token may not write checks, a commit status says the
 * verdict.
 */
public final class PreviewCheck implements PreviewSink {

    private final Place place = new Place(Checks.PLACE, Checks.PERMISSION);
    private final Checks checks;
    private final String commit;
    private final Path workspace;
    private final Footer footer;

    private PreviewCheck(Checks checks, String commit, Path workspace, Footer footer) {
        this.checks = checks;
        this.commit = commit;
        this.workspace = requireNonNull(workspace, "workspace is null");
        this.footer = footer;
    }

    /** On a commit of a repository, with annotations in a checkout. */
    public static PreviewCheck on(Repository repository, String commit, Path workspace, Footer footer) {
        return new PreviewCheck(new Checks(repository, commit, footer), commit, workspace, footer);
    }

    @Override
    public String destination() {
        return place.name();
    }

    @Override
    public void deliver(PreviewReport preview) throws SinkException {
        CheckOutput output = CheckOutput.of(preview, Optional.of(commit), workspace, footer);
        place.take(() -> checks.show(output, CheckOutput.state(preview)));
    }
}
