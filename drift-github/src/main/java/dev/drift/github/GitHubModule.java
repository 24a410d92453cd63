package dev.drift.github;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;

/** Binds where a report goes on GitHub. */
public final class GitHubModule extends AbstractModule {

    private final GitHubDelivery delivery;

    /** Told as the delivery says. */
    public GitHubModule(GitHubDelivery delivery) {
        this.delivery = requireNonNull(delivery, "delivery is null");
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }

    @Provides
    @Singleton
    GitHubSinks sinks() {
        return GitHubSinks.of(delivery);
    }

    @Provides
    @Singleton
    GitHubProvisions provisions() {
        return GitHubProvisions.of(delivery);
    }

    @Provides
    @Singleton
    GitHubPreviews previews() {
        return GitHubPreviews.of(delivery);
    }
}
