package dev.drift.aws.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.aws.testing.ScriptedProvider;
import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.observation.EnvironmentLease;
import dev.drift.value.Json;
import dev.drift.value.Value;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.grpc.stub.ClientCalls;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A tool as far as a provider sees it: a connection to where the lease says that one listens. */
public final class Tool implements AutoCloseable {

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ManagedChannel channel;
    private final long protocol;

    private Tool(Value entry) {
        this.protocol = Long.parseLong(entry.field("ProtocolVersion").toString());
        this.channel = NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket(entry)))
                .eventLoopGroup(loops)
                .channelFactory(NioDomainSocketChannel::new)
                .withOption(ChannelOption.SO_KEEPALIVE, null)
                .usePlaintext()
                .overrideAuthority("localhost")
                .build();
    }

    public static Tool with(EnvironmentLease lease) {
        return new Tool(entries(lease).field(SharedScene.SOURCE));
    }

    public static Value entries(EnvironmentLease lease) {
        return Json.read(lease.variables().getOrDefault(Reattachment.VARIABLE, "{}"));
    }

    public static Path socket(Value entry) {
        return Path.of(entry.field("Addr").field("String").toString());
    }

    public byte[] call(String method, byte[] request) {
        return ClientCalls.blockingUnaryCall(channel, describe(method), CallOptions.DEFAULT, request);
    }

    public CompletableFuture<byte[]> calling(String method, byte[] request) {
        return CompletableFuture.supplyAsync(() -> call(method, request));
    }

    public byte[] call(String method) {
        return call(method, new byte[0]);
    }

    public byte[] configure(Map<String, Value> configuration) {
        return call("Configure", configuration(configuration));
    }

    public static byte[] configuration(Map<String, Value> configuration) {
        return new MessageWriter()
                .bytes(2, DynamicValue.of(Value.of(configuration)).toBytes())
                .toBytes();
    }

    public byte[] read(String type, String id) {
        return call("ReadResource", reading(type, id));
    }

    public static byte[] reading(String type, String id) {
        Value state = Value.of(Map.of("id", Value.of(id)));
        return new MessageWriter()
                .text(1, type)
                .bytes(2, DynamicValue.of(state).toBytes())
                .toBytes();
    }

    /** The process that answers this connection. */
    public long process() {
        return Long.parseLong(new String(call(ScriptedProvider.PROCESS), UTF_8));
    }

    private MethodDescriptor<byte[], byte[]> describe(String method) {
        String name = method.contains("/") ? method : "tfplugin" + protocol + ".Provider/" + method;
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(name)
                .setRequestMarshaller(RawBytes.MARSHALLER)
                .setResponseMarshaller(RawBytes.MARSHALLER)
                .build();
    }

    /** Hangs up, with whatever is under way. */
    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
