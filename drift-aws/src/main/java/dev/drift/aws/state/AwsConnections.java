package dev.drift.aws.state;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Connections to AWS, one per way of reaching it, over one HTTP client. They are made when they are first needed; the least
 * recently used are forgotten, so that keys that change every hour do not pile up. Safe for use by several threads.
 */
final class AwsConnections implements AutoCloseable {

    private static final int MOST = 100;

    private final Patience patience;
    private final AtomicReference<@Nullable Wire> wire = new AtomicReference<>();
    private final Map<Settings, AwsConnection> connections = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Settings, AwsConnection> eldest) {
            return size() > MOST;
        }
    };

    /**
     * How long is waited.
     *
     * @param connect for a connection
     * @param silence for the next bytes of an answer
     * @param call for a whole answer
     */
    record Patience(Duration connect, Duration silence, Duration call) {
        static final Patience STANDARD =
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(2));
    }

    /** What all clients share: made with the first of them, because it takes a while. */
    record Wire(SdkHttpClient http, ScheduledExecutorService clock) {}

    AwsConnections(Patience patience) {
        this.patience = patience;
    }

    /** How long a whole answer may be waited for. */
    Duration patience() {
        return patience.call();
    }

    /** The connection that these settings ask for. */
    AwsConnection to(Settings settings) {
        Settings access = settings.ofAccess();
        synchronized (connections) {
            return connections.computeIfAbsent(access, unused -> new AwsConnection(access, this));
        }
    }

    /** What clients call over, until this is closed; who comes later gets another. */
    synchronized Wire wire() {
        Wire made = wire.get();
        if (made == null) {
            made = new Wire(
                    UrlConnectionHttpClient.builder()
                            .connectionTimeout(patience.connect())
                            .socketTimeout(patience.silence())
                            .build(),
                    Executors.newSingleThreadScheduledExecutor(work -> {
                        Thread thread = new Thread(work, "drift-state-clock");
                        thread.setDaemon(true);
                        return thread;
                    }));
            wire.set(made);
        }
        return made;
    }

    /** Calls are bounded in time and not retried: whoever calls does that. */
    ClientOverrideConfiguration.Builder bounded() {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(patience.call())
                .scheduledExecutorService(wire().clock())
                .retryStrategy(RetryMode.STANDARD)
                .retryStrategy(strategy -> strategy.maxAttempts(1));
    }

    @Override
    public synchronized void close() {
        synchronized (connections) {
            connections.clear();
        }
        Wire made = wire.getAndSet(null);
        if (made != null) {
            made.clock().shutdownNow();
            made.http().close();
        }
    }
}
