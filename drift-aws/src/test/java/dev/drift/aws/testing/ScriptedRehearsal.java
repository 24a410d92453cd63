package dev.drift.aws.testing;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** Goes once through everything a scripted provider does, and ends: what it loaded for that can be archived. */
final class ScriptedRehearsal {

    private ScriptedRehearsal() {}

    /** In the folder that is named. */
    public static void main(String[] words) throws IOException {
        Path socket = new ScriptedProviderProcess(new Script(Map.of())).listen(Path.of(words[0]));
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        ManagedChannel channel = NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .eventLoopGroup(loops)
                .channelFactory(NioDomainSocketChannel::new)
                .usePlaintext()
                .overrideAuthority("localhost")
                .build();
        MethodDescriptor<byte[], byte[]> method = ScriptedMethods.describe("tfplugin5.Provider/Rehearse");
        ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, new byte[1]);
        Runtime.getRuntime().exit(0);
    }
}
