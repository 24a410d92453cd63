package dev.drift.aws.shared;

import io.grpc.Attributes;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Takes the place of a provider for one lease, on a socket of its own. */
final class ProviderServer implements AutoCloseable {

    private static final int LARGEST_MESSAGE = 256 * 1024 * 1024;
    private static final int WINDOW = 4 * 1024 * 1024;

    /** What a tool does at once is its parallelism; the rest of its calls wait on its side. */
    private static final int CALLS_OF_A_CONNECTION = 128;

    private final Server server;
    private final Path socket;

    private ProviderServer(Server server, Path socket) {
        this.server = server;
        this.socket = socket;
    }

    static ProviderServer start(LentProvider lent, Path socket, EventLoopGroup loops, Executor threads)
            throws IOException {
        Server server = NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelFactory(NioServerDomainSocketChannel::new)
                .bossEventLoopGroup(loops)
                .workerEventLoopGroup(loops)
                .executor(threads)
                // An option of TCP, which unix sockets refuse with a warning each time.
                .withChildOption(ChannelOption.SO_KEEPALIVE, null)
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .flowControlWindow(WINDOW)
                .maxConcurrentCallsPerConnection(CALLS_OF_A_CONNECTION)
                .addTransportFilter(new Conversations(lent))
                .fallbackHandlerRegistry(new ProviderMethods(lent.known().protocol(), lent.withdrawal()))
                .build();
        return new ProviderServer(server.start(), socket);
    }

    Path socket() {
        return socket;
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            Files.deleteIfExists(socket);
        } catch (IOException leftBehind) {
            // It goes with its folder.
        }
    }

    /** Each connection is a conversation. */
    private static final class Conversations extends ServerTransportFilter {
        private final LentProvider lent;

        Conversations(LentProvider lent) {
            this.lent = lent;
        }

        @Override
        public Attributes transportReady(Attributes transport) {
            return transport.toBuilder()
                    .set(ProviderMethods.CONVERSATION, new Conversation(lent))
                    .build();
        }
    }
}
