package dev.drift.github;

import dev.drift.github.job.GitHubJob;
import dev.drift.github.page.Footer;
import dev.drift.github.sink.Deployments;
import dev.drift.github.sink.ProvisionSummary;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a provisioning goes on GitHub: in a job of GitHub Actions to the job summary; as deployments where that is asked for.
 *
 * @param all the sinks, in the order in which they are told
 */
public record GitHubProvisions(List<ProvisionSink> all) {

    public GitHubProvisions {
        all = List.copyOf(all);
    }

    /** What a delivery comes to. Nothing is sent. */
    public static GitHubProvisions of(GitHubDelivery delivery) {
        boolean inJob = GitHubJob.isThere(delivery.environment());
        if (delivery.when() == GitHubSwitch.OFF || (!inJob && !delivery.deployments())) {
            return new GitHubProvisions(List.of());
        }
        GitHubJob job = GitHubJob.of(delivery.environment());
        Footer footer = new Footer(job.run());
        List<ProvisionSink> sinks = new ArrayList<>();
        if (inJob) {
            job.summary().ifPresent(file -> sinks.add(ProvisionSummary.in(file, footer)));
        }
        if (delivery.deployments()) {
            sinks.add(deployments(delivery, job, footer));
        }
        return new GitHubProvisions(sinks);
    }

    private static ProvisionSink deployments(GitHubDelivery delivery, GitHubJob job, Footer footer) {
        Access access = Access.of(delivery, job);
        if (access.repository().isEmpty()) {
            return new Unreachable(access.reason());
        }
        return job.commit()
                .<ProvisionSink>map(commit -> Deployments.of(access.repository().get(), commit, footer))
                .orElse(new Unreachable("the commit is not known: set GITHUB_SHA"));
    }

    /** Stands for deployments that were asked for and cannot be told, and says why. */
    private record Unreachable(String reason) implements ProvisionSink {
        @Override
        public void on(ProvisionEvent event) {
            // Nobody is there to hear it.
        }

        @Override
        public List<Delivery> finish(ProvisionReport report) {
            return List.of(new Delivery.Undelivered(Deployments.NAME, reason));
        }

        @Override
        public String destination() {
            return Deployments.NAME;
        }
    }
}
