package dev.drift.it.fault;

import static java.util.Objects.requireNonNull;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.report.StackReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A {@code drift detect} that is under way. All its processes carry a mark in their environment, by which those that outlive
 * it are found, and its temporary files have a folder of their own.
 */
public final class LiveRun implements AutoCloseable {

    private static final Path LAUNCHER = Path.of("..", "drift").toAbsolutePath().normalize();
    private static final String MARK = "DRIFT_FAULT_RUN";
    private static final long PATIENCE_MINUTES = 4;

    private final Process process;
    private final String mark;
    private final Place place;

    private LiveRun(Process process, String mark, Place place) {
        this.process = process;
        this.mark = mark;
        this.place = place;
    }

    /**
     * Where a run keeps what it leaves.
     *
     * @param output for a folder with what it says
     * @param temporary for its temporary files
     */
    public record Place(Path output, Path temporary) {
        public Place {
            requireNonNull(output, "output is null");
            requireNonNull(temporary, "temporary is null");
        }
    }

    /**
     * Starts a run in a repository.
     *
     * @param place whose folders are made if they are not there
     * @param wrapper a command that the rest is appended to; may be empty
     */
    public static LiveRun start(
            Path repository, Place place, Map<String, String> environment, List<String> wrapper, String... arguments)
            throws IOException {
        Files.createDirectories(place.output());
        Files.createDirectories(place.temporary());
        Object[] words = Stream.concat(Stream.of(LAUNCHER, "detect", "--format", "json"), Stream.of(arguments))
                .toArray();
        String mark = UUID.randomUUID().toString();
        Process process = Command.of(words)
                .behind(wrapper)
                .in(repository)
                .with(environment)
                .with(Map.of(
                        MARK,
                        mark,
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JDK_JAVA_OPTIONS",
                        "-Djava.io.tmpdir=" + place.temporary()))
                .start(place.output().resolve("out"), place.output().resolve("err"));
        return new LiveRun(process, mark, place);
    }

    public long pid() {
        return process.pid();
    }

    public Place place() {
        return place;
    }

    /** Waits for the end and returns the exit code. */
    public int exit() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IOException("still running: " + errors());
        }
        return process.exitValue();
    }

    public DriftReport report() throws IOException {
        String out = Files.readString(place.output().resolve("out"));
        if (out.isBlank()) {
            throw new IOException("no report: " + errors());
        }
        return ReportJson.read("the report on standard output", out);
    }

    /** What the report says of one stack. */
    public StackReport stack(String name) throws IOException {
        return report().stacks().stream()
                .filter(stack -> stack.stack().path().toString().equals("/stacks/" + name))
                .findFirst()
                .orElseThrow();
    }

    public String errors() throws IOException {
        return Files.readString(place.output().resolve("err"));
    }

    public void terminate() {
        process.destroy();
    }

    public void kill() {
        process.destroyForcibly();
    }

    /** Kills the provider that called from a port, as the kernel does when memory runs out. */
    void killProviderAt(int port) throws IOException {
        Connection connection = Connection.from(port);
        List<ProcessHandle> owners = new ArrayList<>();
        for (ProcessHandle one : processes()) {
            if (connection.isOf(one)) {
                owners.add(one);
            }
        }
        if (owners.size() != 1 || !isProvider(owners.get(0))) {
            throw new IOException("not one provider has port " + port + ": " + owners);
        }
        owners.get(0).destroyForcibly();
    }

    private static boolean isProvider(ProcessHandle one) {
        return one.info().command().orElse("").contains("terraform-provider-aws");
    }

    /** Every process of this run that is still there, wherever it hangs in the tree. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isMarked).toList();
    }

    /** Waits until nothing of the run is left but its output. */
    public void requireNothingLeft() {
        requireNoProcessLeft();
        Awaitility.await("no file left in " + place.temporary()).until(() -> left().isEmpty());
    }

    public void requireNoProcessLeft() {
        Awaitility.await("no process left")
                .atMost(15, TimeUnit.SECONDS)
                .until(() -> processes().isEmpty());
    }

    /** The temporary files and folders that are there. */
    public List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(place.temporary())) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        processes().forEach(ProcessHandle::destroyForcibly);
        FileTree.remove(place.output());
        FileTree.remove(place.temporary());
    }

    private boolean isMarked(ProcessHandle one) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(one.pid()), "environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(MARK + "=" + mark);
        } catch (IOException gone) {
            return false;
        }
    }
}
