package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.Annotation;
import dev.drift.github.page.CheckOutput;
import dev.drift.github.page.Footer;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * The check runs of a commit. A result that is the newest one of its name already is not written again. Annotations go in batches
 * of fifty, as GitHub takes them; the check is complete with the last of them. Where the token may not write checks, a commit
 * status says the verdict.
 */
final class Checks {

    static final String PLACE = "GitHub check";
    static final String PERMISSION = "checks: write or statuses: write";

    private static final int BATCH = 50;
    private static final int MOST_ANNOTATIONS = 500;

    private final Repository repository;
    private final String commit;
    private final Footer footer;
    private final CommitStatus status;

    Checks(Repository repository, String commit, Footer footer) {
        this.repository = requireNonNull(repository, "repository is null");
        this.commit = requireNonNull(commit, "commit is null");
        this.footer = requireNonNull(footer, "footer is null");
        this.status = new CommitStatus(repository, commit, footer);
    }

    /** Shows a result, unless what is shown says the same state already. */
    void show(CheckOutput output, String state) throws GitHubException {
        try {
            if (newest(output, state).filter(Checks::isComplete).isEmpty()) {
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
                        annotations.stream().map(Checks::annotation).toList())
                .value();
    }

    private static Value annotation(Annotation annotation) {
        return Fields.of("path", annotation.file())
                .and("start_line", Value.of(annotation.line()))
                .and("end_line", Value.of(annotation.line()))
                .and("annotation_level", annotation.level().word())
                .and("title", annotation.title())
                .and("message", annotation.message())
                .value();
    }
}
