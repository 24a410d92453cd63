package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import dev.drift.it.fake.FakeAws;
import dev.drift.it.fake.UniformEstate;
import dev.drift.it.fault.LiveRun;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.Workplace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two stacks of an account that can fail, of which a cloud is told that can fail too: {@code s0001} has drifted, {@code s0002} is in
 * sync.
 *
 * @param folder for everything
 * @param environment of who looks at the stacks
 * @param runs how many there were
 */
record ToldEstate(
        Path folder,
        FakeAws account,
        UniformEstate estate,
        FakeCloud cloud,
        Map<String, String> environment,
        AtomicInteger runs)
        implements AutoCloseable {

    ToldEstate {
        requireNonNull(folder, "folder is null");
        environment = Map.copyOf(environment);
    }

    static ToldEstate open() throws IOException, InterruptedException {
        // Short: it holds the sockets of providers.
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "t").toRealPath();
        FakeCloud cloud = FakeCloud.start();
        FakeAws account = FakeAws.start();
        Map<String, String> environment =
                new HashMap<>(Workplace.prepare(folder).environment(account.endpoint(), account.endpoint()));
        Project.OF_THE_JOB.forEach(name -> environment.put(name, ""));
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        UniformEstate estate = UniformEstate.write(folder, 2, 1, environment);
        estate.publish();
        account.change("s0001", "desired_count", "3");
        return new ToldEstate(folder, account, estate, cloud, environment, new AtomicInteger());
    }

    /** Starts a look at both stacks of which a cloud is told that is reached so. */
    LiveRun look(Map<String, String> reached, String... arguments) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(reached);
        Path run = folder.resolve("r" + runs.incrementAndGet());
        return LiveRun.start(estate.root(), new LiveRun.Place(run, run.resolve("t")), all, List.of(), arguments);
    }

    /** How to get to a place where nobody listens. */
    static Map<String, String> nowhere() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of("TMC_API_URL", "http://127.0.0.1:" + free.getLocalPort(), "TMC_TOKEN", FakeCloud.TOKEN);
        }
    }

    /** What runs remember of what they began. */
    List<Path> journals() throws IOException {
        Path sessions = folder.resolve("state/drift/sessions");
        try (var files = Files.list(sessions)) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException {
        account.close();
        cloud.close();
        FileTree.remove(folder);
    }
}
