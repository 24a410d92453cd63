package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.Annotation;
import dev.drift.github.page.CheckOutput;
import dev.drift.github.page.Footer;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.report.DriftReport;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Shows the report as a check run on a commit, named after what the run is about. A result that is the newest one already is not
 * written again. Annotations go in batches of fifty, as GitHub takes them; the check is complete with the last of them. Where
 * the token may not write checks, a commit status says the verdict.
 */
public final class CheckRun extends GitHubSink {

    private static final int BATCH = 50;
    private static final int MOST_ANNOTATIONS = 500;

    private final Repository repository;
    private final String commit;
    private final Path workspace;
    private final Footer footer;
    private final CommitStatus status;

    private CheckRun(Repository repository, String commit, Path workspace, Footer footer) {
        super("GitHub check", "checks: write or statuses: write");
        this.repository = requireNonNull(repository, "repository is null");
        this.commit = requireNonNull(commit, "commit is null");
        this.workspace = requireNonNull(workspace, "workspace is null");
        this.footer = requireNonNull(footer, "footer is null");
        this.status = new CommitStatus(repository, commit, footer);
    }

    /** On a commit of a repository, with annotations in a checkout. */
    public static CheckRun on(Repository repository, String commit, Path workspace, Footer footer) {
        return new CheckRun(repository, commit, workspace, footer);
    }

    @Override
    void write(DriftReport report) throws GitHubException {
        CheckOutput output = CheckOutput.of(report, workspace, footer);
        String state = CheckOutput.state(report);
        try {
            if (newest(output, state).filter(CheckRun::isComplete).isEmpty()) {
                make(output, state);
            }
        } catch (GitHubException refused) {
            if (refused.fault() != GitHubFault.FORBIDDEN) {
                throw refused;
            }
            status.write(output);
        }
    }

    /** The newest check of the name, if it says the same. */
    private Optional<Value> newest(CheckOutput output, String state) throws GitHubException {
        Value answer = repository.ask(repository
                .reading("commits", commit, "check-runs")
                .with("check_name", output.subject().name())
                .with("filter", "latest"));
        return answer.field("check_runs").items().stream()
                .filter(check -> check.field("external_id").equals(Value.of(state)))
                .findFirst();
    }

    private static boolean isComplete(Value check) {
        return check.field("status").equals(Value.of("completed"));
    }

    private void make(CheckOutput output, String state) throws GitHubException {
        List<Annotation> annotations =
                output.annotations().stream().limit(MOST_ANNOTATIONS).toList();
        boolean single = annotations.size() <= BATCH;
        Fields check = Fields.of("name", output.subject().name())
                .and("head_sha", commit)
                .and("external_id", state)
                .and("status", single ? "completed" : "in_progress")
                .and("output", output(output, first(annotations)));
        footer.run().ifPresent(address -> check.and("details_url", address));
        if (single) {
            check.and("conclusion", output.conclusion());
        }
        Value made = Making.once(() -> repository.post(check.value(), "check-runs"), () -> newest(output, state));
        if (!single) {
            complete(output, String.valueOf(made.field("id")), annotations);
        }
    }

    private void complete(CheckOutput output, String id, List<Annotation> annotations) throws GitHubException {
        for (int from = BATCH; from < annotations.size(); from += BATCH) {
            int to = Math.min(annotations.size(), from + BATCH);
            Fields more = Fields.of("name", output.subject().name())
                    .and("output", output(output, annotations.subList(from, to)));
            if (to == annotations.size()) {
                more.and("status", "completed").and("conclusion", output.conclusion());
            }
            repository.append(more.value(), "check-runs", id);
        }
    }

    private static List<Annotation> first(List<Annotation> annotations) {
        return annotations.subList(0, Math.min(BATCH, annotations.size()));
    }

    private static Value output(CheckOutput output, List<Annotation> annotations) {
        Fields fields = Fields.of("title", output.title()).and("summary", output.summary());
        if (!output.text().isBlank()) {
            fields.and("text", output.text());
        }
        return fields.and(
                        "annotations",
                        annotations.stream().map(CheckRun::annotation).toList())
                .value();
    }

    private static Value annotation(Annotation annotation) {
        return Fields.of("path", annotation.file())
                .and("start_line", Value.of(1))
                .and("end_line", Value.of(1))
                .and("annotation_level", annotation.level().word())
                .and("title", annotation.title())
                .and("message", annotation.message())
                .value();
    }
}
