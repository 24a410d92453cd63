package dev.drift.it.fault;

import static java.util.Objects.requireNonNull;

import dev.drift.it.fake.FakeAws;
import dev.drift.it.fake.UniformEstate;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two hundred and five stacks in sync with an account that can fail. Tests take different groups of five, so that none meets what
 * another has done to the code.
 *
 * @param runs how many there were
 */
record FaultyEstate(
        Path folder, FakeAws account, UniformEstate estate, Map<String, String> environment, AtomicInteger runs)
        implements AutoCloseable {

    /** The last group is for those who change code. */
    static final int GROUPS = 41;

    FaultyEstate {
        requireNonNull(folder, "folder is null");
        environment = Map.copyOf(environment);
    }

    static FaultyEstate open() throws IOException, InterruptedException {
        // Short: it holds the sockets of providers.
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "f").toRealPath();
        FakeAws account = FakeAws.start();
        Map<String, String> environment =
                new HashMap<>(Workplace.prepare(folder).environment(account.endpoint(), account.endpoint()));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        UniformEstate estate = UniformEstate.write(folder, GROUPS * UniformEstate.GROUP, 1, environment);
        return new FaultyEstate(folder, account, estate, environment, new AtomicInteger());
    }

    /** Starts a look at one group of stacks, all of them at once. */
    LiveRun look(int group, String... arguments) throws IOException {
        return look(
                place(),
                List.of(),
                Stream.concat(Stream.of("--select", "group:" + group, "--parallelism", "10"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** Starts a look that plans every stack, also one that another test has planned, under a command it is appended to. */
    LiveRun look(LiveRun.Place place, List<String> wrapper, String... arguments) throws IOException {
        String[] planning = Stream.concat(Stream.of("--engine", "plan"), Stream.of(arguments))
                .toArray(String[]::new);
        return LiveRun.start(estate.root(), place, environment, wrapper, planning);
    }

    /** For the files of one more run. */
    LiveRun.Place place() {
        Path run = folder.resolve("r" + runs.incrementAndGet());
        return new LiveRun.Place(run, run.resolve("t"));
    }

    /** The names of the stacks of a group. */
    static List<String> group(int number) {
        int first = (number - 1) * UniformEstate.GROUP + 1;
        return IntStream.range(first, first + UniformEstate.GROUP)
                .mapToObj(UniformEstate::name)
                .toList();
    }

    /** The names of the stacks of some groups. */
    static List<String> groups(int... numbers) {
        return IntStream.of(numbers)
                .boxed()
                .flatMap(number -> group(number).stream())
                .toList();
    }

    /** Tags the stacks of a group with another region. */
    void move(int group, String region) throws IOException {
        int first = (group - 1) * UniformEstate.GROUP + 1;
        for (int stack = first; stack < first + UniformEstate.GROUP; stack++) {
            edit(stack, "stack.tm.hcl", "region/[a-z0-9-]+", "region/" + region);
        }
    }

    /** Says how the estate is divided. */
    void describe(String text) throws IOException {
        Files.writeString(file(), text);
    }

    void describeNothing() throws IOException {
        Files.delete(file());
    }

    private Path file() {
        return estate.root().resolve("drift.yaml");
    }

    /** Changes one place of a file of a stack. */
    void edit(int stack, String file, String pattern, String replacement) throws IOException {
        Path path = estate.stack(stack).resolve(file);
        String before = Files.readString(path);
        String after = before.replaceFirst(pattern, replacement);
        if (after.equals(before)) {
            throw new IOException("nothing to replace in " + path);
        }
        Files.writeString(path, after);
    }

    @Override
    public void close() throws IOException {
        account.close();
        FileTree.remove(folder);
    }
}
