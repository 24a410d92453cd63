package dev.drift.aws.shared;

import dev.drift.aws.provider.PrivateFolder;
import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.provider.ProviderPrograms;
import dev.drift.aws.provider.ProviderRelease;
import dev.drift.aws.provider.ProviderSearch;
import dev.drift.aws.provider.SocketFolders;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that leases stand on, from the first lease until the source is closed: processes, sockets, threads. */
final class Station implements AutoCloseable {

    private static final int IDLE_SECONDS = 5;

    private final PrivateFolder folder;
    private final EventLoopGroup loops;
    private final ThreadPoolExecutor threads;
    private final Fleets fleets;
    private final Schemas schemas;
    private final ProviderPrograms programs;
    private final Set<ProviderServer> servers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sockets = new AtomicInteger();

    private Station(SharedSettings settings, PrivateFolder folder) {
        this.folder = folder;
        this.loops = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("drift-shared-sockets", true), NioIoHandler.newFactory());
        this.threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new DefaultThreadFactory("drift-shared-calls", true));
        CheckedConfigurations checked =
                new CheckedConfigurations(settings.cache().resolve("configurations"));
        this.fleets = new Fleets(new Surroundings(new Quarantine(), checked, Retirement.standard(), loops));
        this.schemas = new Schemas(settings.cache().resolve(Schemas.FOLDER));
        this.programs = ProviderPrograms.cachedIn(settings.cache());
    }

    static Station open(SharedSettings settings) throws ProviderException {
        return new Station(settings, SocketFolders.open(settings.environment()));
    }

    /** The processes of a release, of which the first may still be starting. */
    Fleet fleet(ProviderRelease release, ProviderSearch search) throws ProviderException {
        Fleet fleet = fleets.of(Origin.of(release, search.environment()), programs.program(release, search));
        fleet.startAhead(threads);
        return fleet;
    }

    KnownSchema schema(Fleet fleet) throws Unanswered {
        return schemas.of(fleet);
    }

    ProviderServer serve(LentProvider lent) throws IOException {
        Path socket = folder.path().resolve("s" + sockets.incrementAndGet());
        ProviderServer server = ProviderServer.start(lent, socket, loops, threads);
        servers.add(server);
        return server;
    }

    void end(ProviderServer server) {
        servers.remove(server);
        server.close();
    }

    @Override
    public void close() {
        servers.forEach(this::end);
        fleets.close();
        threads.shutdownNow();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        folder.close();
    }
}
