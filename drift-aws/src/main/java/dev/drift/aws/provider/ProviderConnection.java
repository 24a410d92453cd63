package dev.drift.aws.provider;

import io.grpc.CallOptions;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.grpc.stub.ClientCalls;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The connection to one provider. Messages are bytes here, whatever they say; a call is sent once and never repeated. */
final class ProviderConnection implements AutoCloseable {

    /** What servers of providers take too. The schema of the AWS provider alone has 4.9 MB. */
    private static final int LARGEST_MESSAGE = 256 * 1024 * 1024;

    /** Descriptions of failures travel as metadata and can be long. */
    private static final int LARGEST_METADATA = 1024 * 1024;

    private static final int WINDOW = 4 * 1024 * 1024;
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final ManagedChannel channel;
    private final String service;
    private final Map<String, MethodDescriptor<byte[], byte[]>> methods = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private ProviderConnection(ManagedChannel channel, String service) {
        this.channel = channel;
        this.service = service;
    }

    static ProviderConnection open(Handshake handshake) {
        ManagedChannel channel = NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(handshake.socket()))
                .eventLoopGroup(SharedEventLoop.join())
                .channelFactory(NioDomainSocketChannel::new)
                // An option of TCP, which unix sockets refuse with a warning each time.
                .withOption(ChannelOption.SO_KEEPALIVE, null)
                .usePlaintext()
                .overrideAuthority("localhost")
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .maxInboundMetadataSize(LARGEST_METADATA)
                .flowControlWindow(WINDOW)
                .disableRetry()
                .build();
        return new ProviderConnection(channel, "tfplugin" + handshake.protocol() + ".Provider");
    }

    /** Whether the provider takes the connection within this time. */
    boolean isReadyWithin(Duration time) throws InterruptedException {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        watch(ready);
        try {
            return ready.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException notReady) {
            return false;
        }
    }

    private void watch(CompletableFuture<Boolean> ready) {
        ConnectivityState state = channel.getState(true);
        switch (state) {
            case READY -> ready.complete(true);
            case TRANSIENT_FAILURE, SHUTDOWN -> ready.complete(false);
            case IDLE, CONNECTING -> channel.notifyWhenStateChanged(state, () -> watch(ready));
        }
    }

    /**
     * Sends a request and waits for its answer, within the current context of gRPC: cancelled and timed by it.
     *
     * @throws io.grpc.StatusRuntimeException if there is no answer
     */
    byte[] call(String method, byte[] request) {
        return ClientCalls.blockingUnaryCall(
                channel, methods.computeIfAbsent(method, this::describe), CallOptions.DEFAULT, request);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            channel.shutdownNow();
            try {
                channel.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            SharedEventLoop.leave();
        }
    }

    private MethodDescriptor<byte[], byte[]> describe(String method) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, method))
                .setRequestMarshaller(BytesAsTheyAre.MARSHALLER)
                .setResponseMarshaller(BytesAsTheyAre.MARSHALLER)
                .build();
    }
}
