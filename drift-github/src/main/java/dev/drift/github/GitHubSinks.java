package dev.drift.github;

import dev.drift.github.job.GitHubJob;
import dev.drift.github.page.Annotation;
import dev.drift.github.page.Footer;
import dev.drift.github.page.WorkflowCommands;
import dev.drift.github.sink.CheckRun;
import dev.drift.github.sink.JobSummary;
import dev.drift.github.sink.Repository;
import dev.drift.github.sink.StackIssues;
import dev.drift.github.sink.StickyComment;
import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a report goes on GitHub. In a job of GitHub Actions that is the job summary, and with a token the check of the commit and
 * the comment on the pull request; issues only where they are asked for.
 *
 * @param all the sinks, in the order in which they are told
 */
public record GitHubSinks(List<ReportSink> all) {

    private static final String NAME = "GitHub ";

    public GitHubSinks {
        all = List.copyOf(all);
    }

    /** What a delivery comes to. The event of the job is read for it; nothing is sent. */
    public static GitHubSinks of(GitHubDelivery delivery) {
        boolean inJob = GitHubJob.isThere(delivery.environment());
        if (delivery.when() == GitHubSwitch.OFF || (!inJob && !delivery.issues())) {
            return new GitHubSinks(List.of());
        }
        GitHubJob job = GitHubJob.of(delivery.environment());
        Footer footer = new Footer(job.run());
        Access access = Access.of(delivery, job);
        List<ReportSink> sinks = new ArrayList<>();
        if (inJob) {
            job.summary().ifPresent(file -> sinks.add(JobSummary.in(file, footer)));
            access.repository().ifPresent(repository -> sinks.addAll(shown(repository, job, footer)));
            if (access.repository().isEmpty() && access.wanted()) {
                sinks.add(new Unreachable(NAME + "check", access.reason()));
            }
        }
        if (delivery.issues()) {
            sinks.add(access.repository()
                    .<ReportSink>map(repository -> StackIssues.in(repository, footer))
                    .orElse(new Unreachable(NAME + "issues", access.reason())));
        }
        return new GitHubSinks(sinks);
    }

    /** Whether a delivery is one of these. */
    public static boolean isOne(Delivery delivery) {
        return delivery.destination().startsWith(NAME);
    }

    /**
     * The lines that a job prints so that GitHub shows its findings beside the code; none outside of a job, or where nothing is
     * wrong.
     */
    public static List<String> commands(DriftReport report, Map<String, String> environment) {
        return GitHubJob.isThere(environment)
                ? GitHubJob.of(environment)
                        .workspace()
                        .map(workspace -> WorkflowCommands.of(Annotation.of(report, workspace)))
                        .orElse(List.of())
                : List.of();
    }

    private static List<ReportSink> shown(Repository repository, GitHubJob job, Footer footer) {
        Optional<ReportSink> check = job.commit()
                .flatMap(
                        commit -> job.workspace().map(workspace -> CheckRun.on(repository, commit, workspace, footer)));
        List<ReportSink> shown = new ArrayList<>();
        check.ifPresent(shown::add);
        job.pullRequest().ifPresent(pull -> shown.add(StickyComment.on(repository, pull.number(), footer)));
        return shown;
    }

    /** Stands for a place that was asked for and cannot be reached, and says why. */
    private record Unreachable(String destination, String reason) implements ReportSink {
        @Override
        public void deliver(DriftReport report) throws SinkException {
            throw new SinkException(reason);
        }
    }
}
