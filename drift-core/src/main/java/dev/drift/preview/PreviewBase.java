package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.report.RunFacts;
import java.util.Optional;

/**
 * What a change is compared with.
 *
 * @param commit since which commit, if that is known
 * @param run the run whose report told what was pending before, if one was given
 */
public record PreviewBase(Optional<String> commit, Optional<RunFacts> run) {

    /** Nothing is known of it. */
    public static final PreviewBase UNKNOWN = new PreviewBase(Optional.empty(), Optional.empty());

    public PreviewBase {
        requireNonNull(commit, "commit is null");
        requireNonNull(run, "run is null");
    }

    /** Whether the report is of another commit than the base, so that what it calls pending need not be so at the base. */
    public boolean isReportOfAnotherCommit() {
        Optional<String> reported = run.flatMap(facts -> facts.from("commit"));
        return commit.isPresent() && reported.isPresent() && !reported.equals(commit);
    }
}
