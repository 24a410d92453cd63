package dev.drift.github;

import dev.drift.github.job.GitHubJob;
import dev.drift.github.page.Annotation;
import dev.drift.github.page.Footer;
import dev.drift.github.page.WorkflowCommands;
import dev.drift.github.sink.PreviewCheck;
import dev.drift.github.sink.PreviewComment;
import dev.drift.github.sink.PreviewJobSummary;
import dev.drift.github.sink.Repository;
import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.SinkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a preview goes on GitHub: in a job of GitHub Actions to the job summary, and with a token to the check of the commit and
 * the comment on the pull request. Of a change from a fork only the summary tells: its token cannot write anything else.
 *
 * @param all the sinks, in the order in which they are told
 */
public record GitHubPreviews(List<PreviewSink> all) {

    public GitHubPreviews {
        all = List.copyOf(all);
    }

    /** What a delivery comes to. The event of the job is read for it; nothing is sent. */
    public static GitHubPreviews of(GitHubDelivery delivery) {
        if (delivery.when() == GitHubSwitch.OFF || !GitHubJob.isThere(delivery.environment())) {
            return new GitHubPreviews(List.of());
        }
        GitHubJob job = GitHubJob.of(delivery.environment());
        Footer footer = new Footer(job.run());
        List<PreviewSink> sinks = new ArrayList<>();
        job.summary().ifPresent(file -> sinks.add(PreviewJobSummary.in(file, job.commit(), footer)));
        if (GitHubJob.strangersCode(delivery.environment()).isEmpty()) {
            Access access = Access.of(delivery, job);
            access.repository().ifPresent(repository -> sinks.addAll(shown(repository, job, footer)));
            if (access.repository().isEmpty() && access.wanted()) {
                sinks.add(new Unreachable(access.reason()));
            }
        }
        return new GitHubPreviews(sinks);
    }

    /** The lines that a job prints so that GitHub shows what is wrong with the code beside it; none outside of a job. */
    public static List<String> commands(PreviewReport preview, Map<String, String> environment) {
        return GitHubJob.isThere(environment)
                ? GitHubJob.of(environment)
                        .workspace()
                        .map(workspace -> WorkflowCommands.of(Annotation.of(preview, workspace)))
                        .orElse(List.of())
                : List.of();
    }

    private static List<PreviewSink> shown(Repository repository, GitHubJob job, Footer footer) {
        List<PreviewSink> shown = new ArrayList<>();
        job.commit()
                .ifPresent(commit -> job.workspace()
                        .ifPresent(workspace -> shown.add(PreviewCheck.on(repository, commit, workspace, footer))));
        job.pullRequest().ifPresent(pull -> shown.add(PreviewComment.on(repository, pull, footer)));
        return shown;
    }

    /** Stands for GitHub where somebody set a token for it and it cannot be reached, and says why. */
    private record Unreachable(String reason) implements PreviewSink {
        @Override
        public String destination() {
            return "GitHub check";
        }

        @Override
        public void deliver(PreviewReport preview) throws SinkException {
            throw new SinkException(reason);
        }
    }
}
