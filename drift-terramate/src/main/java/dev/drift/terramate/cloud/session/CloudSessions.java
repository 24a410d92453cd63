package dev.drift.terramate.cloud.session;

import static java.util.Objects.requireNonNull;

import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.deployment.Deployment;
import dev.drift.terramate.cloud.deployment.DeploymentStart;
import dev.drift.terramate.cloud.deployment.DeploymentStatus;
import dev.drift.terramate.cloud.drift.DriftStart;
import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.preview.Preview;
import dev.drift.terramate.cloud.preview.PreviewStart;
import dev.drift.terramate.cloud.preview.PreviewStatus;
import dev.drift.terramate.cloud.wire.CloudException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sessions of one run. Opening one returns at once. Closing ends those that nobody ended, waits for what is not sent yet
 * as long as the settings say, and closes the connection; when the process is asked to end, it is closed by itself. Safe for
 * use by several threads.
 */
public final class CloudSessions implements AutoCloseable {

    private final Line line;
    private final SessionSettings settings;
    private final Desk desk;
    private final Thread atExit;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private CloudSessions(Line line, SessionSettings settings) {
        this.line = line;
        this.settings = requireNonNull(settings, "settings is null");
        this.desk = new Desk(line, settings);
        this.atExit = new Thread(this::close, "terramate-cloud-at-exit");
    }

    /** Sessions of a run, which owns the connection and the journal from now on. What killed runs left open is ended. */
    public static CloudSessions open(TerramateCloud cloud, SessionJournal journal, SessionSettings settings) {
        requireNonNull(cloud, "cloud is null");
        requireNonNull(journal, "journal is null");
        return opened(Line.of(cloud, journal), settings);
    }

    /**
     * Sessions of a run that goes on while the connection is still made, in the background. Where it cannot be made, every
     * session says so in the end.
     *
     * @param cloud makes the connection
     * @param journals the folder of the journals
     */
    public static CloudSessions open(Asking<TerramateCloud> cloud, Path journals, SessionSettings settings) {
        return opened(Line.to(cloud, journals), settings);
    }

    /**
     * The same, left open when the process is asked to end: whoever opened them goes on until what is under way is over, and then
     * closes them.
     */
    public CloudSessions patient() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // They are closed just now.
        }
        return this;
    }

    private static CloudSessions opened(Line line, SessionSettings settings) {
        CloudSessions sessions = new CloudSessions(line, settings);
        Runtime.getRuntime().addShutdownHook(sessions.atExit);
        sessions.desk.run(() -> Recovery.over(line));
        return sessions;
    }

    /** Begins the drift run of a stack. */
    public StackSession<DriftStatus> drift(DriftStart start) {
        return drift(start.stack().stack(), () -> start);
    }

    /** Begins the drift run of a stack; what there is to say of it is asked for when the connection is made. */
    public StackSession<DriftStatus> drift(Stack stack, Asking<DriftStart> start) {
        return desk.opened(new DriftTrack(line, stack, start));
    }

    /**
     * A preview that is made once, when it is first needed. One that could not be made is not tried again: it may have been made
     * all the same.
     *
     * @param start what there is to say of it, asked for when the connection is made
     */
    public Asking<Preview> preview(Asking<PreviewStart> start) {
        return new Once<>(() -> {
            TerramateCloud cloud = line.cloud();
            return cloud.previews().create(start.ask());
        });
    }

    /** Begins the preview of a stack, which is one of those the preview is made for. */
    public StackSession<PreviewStatus> preview(Asking<Preview> preview, Stack stack) {
        return desk.opened(new PreviewTrack(line, preview, stack));
    }

    /** A deployment of stacks, which is made once: when it is first asked for, but in the background at once. */
    public Asking<Deployment> deployment(Asking<DeploymentStart> start) {
        Once<Deployment> deployment = new Once<>(() -> {
            TerramateCloud cloud = line.cloud();
            return cloud.deployments().create(start.ask());
        });
        desk.lane().then(() -> {
            try {
                deployment.ask();
            } catch (CloudException failed) {
                // Every session of the deployment says so.
            }
        });
        return deployment;
    }

    /** Begins the deployment of a stack, which is one of those the deployment is made for. */
    public StackSession<DeploymentStatus> deployment(Asking<Deployment> deployment, Stack stack) {
        return desk.opened(new DeploymentTrack(line, deployment, stack));
    }

    /** Says that a stack of the preview will not be planned after all. */
    public void cancel(Asking<Preview> preview, Stack stack) {
        desk.skipped(new PreviewTrack(line, preview, stack));
    }

    /** Says that a stack of the deployment will not be applied after all. */
    public void cancelDeployment(Asking<Deployment> deployment, Stack stack) {
        desk.skipped(new DeploymentTrack(line, deployment, stack));
    }

    /** What has become of the sessions that are over, in the order in which they were; all of them once this is closed. */
    public List<Delivery> deliveries() {
        return desk.deliveries();
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            awaitClosed();
            return;
        }
        desk.sessions().forEach(StackSession::close);
        desk.stop(settings.closing());
        line.close();
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // The process ends, and this is why.
        }
    }

    /** The process ends with its last hook, so a hook that comes second waits for the one who closes. */
    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
