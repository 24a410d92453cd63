package dev.drift.aws.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The process of a {@link ScriptedProvider}. */
final class ScriptedProviderProcess {

    private static final String NOISE = "x".repeat(1023) + "\n";

    private final Script script;
    private final PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    private final PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);

    ScriptedProviderProcess(Script script) {
        this.script = script;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        new ScriptedProviderProcess(new Script(System.getenv())).run();
    }

    private void run() throws IOException, InterruptedException {
        if (script.file(ScriptedProvider.ENVIRONMENT).isPresent()) {
            Files.writeString(script.file(ScriptedProvider.ENVIRONMENT).get(), environment(), UTF_8);
        }
        if (script.file(ScriptedProvider.GRANDCHILD).isPresent()) {
            Process child = new ProcessBuilder("sleep", "600").inheritIO().start();
            Files.writeString(script.file(ScriptedProvider.GRANDCHILD).get(), Long.toString(child.pid()), UTF_8);
        }
        errors.println("a line before the handshake");
        makeNoise();
        start(script.told(ScriptedProvider.START).orElse("handshake"));
        new CountDownLatch(1).await();
    }

    private void start(String how) throws IOException {
        switch (how) {
            case "handshake" -> listen(Path.of(System.getenv("PLUGIN_UNIX_SOCKET_DIR")));
            case "garbage" -> output.println("This is no handshake: password=hunter2");
            case "exit" -> Runtime.getRuntime().halt(3);
            case "panic" -> panic();
            case "silence" -> errors.println("nothing to say");
            default -> output.println(how);
        }
    }

    /** Listens in the folder and says so. Returns where. */
    Path listen(Path folder) throws IOException {
        Path socket = folder.resolve("plugin" + ProcessHandle.current().pid());
        String protocol = script.told(ScriptedProvider.PROTOCOL).orElse("5");
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelFactory(NioServerDomainSocketChannel::new)
                .bossEventLoopGroup(group)
                .workerEventLoopGroup(group)
                .maxInboundMessageSize(256 * 1024 * 1024)
                .fallbackHandlerRegistry(
                        new ScriptedMethods("tfplugin" + protocol + ".Provider", script, this::makeNoise, this::panic))
                .build()
                .start();
        output.println("1|" + protocol + "|unix|" + socket + "|grpc|");
        return socket;
    }

    private void makeNoise() {
        long kilobytes =
                1024 * Long.parseLong(script.told(ScriptedProvider.NOISE).orElse("0"));
        for (long kilobyte = 0; kilobyte < kilobytes; kilobyte++) {
            errors.print(NOISE);
        }
    }

    private void panic() {
        errors.println("panic: runtime error: invalid memory address, token=hunter2");
        Runtime.getRuntime().halt(2);
    }

    private static String environment() {
        return System.getenv().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
