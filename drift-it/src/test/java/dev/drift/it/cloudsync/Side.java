package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import dev.drift.it.tools.Command;
import java.io.IOException;

/** A cloud, and a proxy by which somebody tells it. */
record Side(FakeCloud cloud, RecordingProxy proxy) implements AutoCloseable {

    Side {
        requireNonNull(cloud, "cloud is null");
        requireNonNull(proxy, "proxy is null");
    }

    static Side open() throws IOException {
        FakeCloud cloud = FakeCloud.start();
        return new Side(cloud, RecordingProxy.before(cloud::answer));
    }

    /** A command in the environment of somebody who tells this cloud. */
    Command reached(Command command) {
        return command.with(FakeCloud.reached(proxy));
    }

    /** Runs a command and keeps what it tells. */
    Told by(Command command) throws IOException, InterruptedException {
        Command.Outcome run = reached(command).run();
        return new Told(run, proxy.takeExchanges());
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        cloud.close();
    }
}
