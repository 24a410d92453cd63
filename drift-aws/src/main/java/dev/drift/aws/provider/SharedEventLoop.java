package dev.drift.aws.provider;

import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The one thread that serves the sockets of all providers of this JVM, there as long as somebody uses it. */
final class SharedEventLoop {

    private static final Object LOCK = new Object();
    private static Optional<EventLoopGroup> group = Optional.empty();
    private static int users = 0;

    private SharedEventLoop() {}

    static EventLoopGroup join() {
        synchronized (LOCK) {
            EventLoopGroup joined = group.orElseGet(SharedEventLoop::start);
            group = Optional.of(joined);
            users++;
            return joined;
        }
    }

    /** The last one ends it, a moment later: a call that just begins must not find it gone. */
    static void leave() {
        synchronized (LOCK) {
            users--;
            if (users == 0) {
                group.ifPresent(SharedEventLoop::end);
                group = Optional.empty();
            }
        }
    }

    static boolean isRunning() {
        synchronized (LOCK) {
            return group.isPresent();
        }
    }

    private static void end(EventLoopGroup idle) {
        Future<?> unusedEnd = idle.shutdownGracefully(200, 2000, TimeUnit.MILLISECONDS);
    }

    private static EventLoopGroup start() {
        return new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("drift-provider-sockets", true), NioIoHandler.newFactory());
    }
}
