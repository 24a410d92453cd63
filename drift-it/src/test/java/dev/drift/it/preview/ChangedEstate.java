package dev.drift.it.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.it.cloudsync.FakeCloud;
import dev.drift.it.cloudsync.RecordingProxy;
import dev.drift.it.example.DriftCommand;
import dev.drift.it.fake.FakeAws;
import dev.drift.it.fake.UniformEstate;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An applied estate, and a branch that changes seven of its eight stacks, each in a way of its own, while somebody changes two of
 * them live.
 *
 * @param folder for everything
 * @param environment of a job of GitHub Actions that is told of the branch
 */
record ChangedEstate(
        Path folder,
        FakeAws account,
        UniformEstate estate,
        FakeCloud cloud,
        RecordingProxy proxy,
        Map<String, String> environment)
        implements AutoCloseable {

    private static final int STACKS = 8;

    ChangedEstate {
        requireNonNull(folder, "folder is null");
        environment = Map.copyOf(environment);
    }

    static ChangedEstate open() throws IOException, InterruptedException {
        // Short: it holds the sockets of providers.
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "p").toRealPath();
        FakeCloud cloud = FakeCloud.start();
        RecordingProxy proxy = RecordingProxy.before(cloud::answer);
        FakeAws account = FakeAws.start();
        Map<String, String> environment =
                new HashMap<>(Workplace.prepare(folder).environment(account.endpoint(), account.endpoint()));
        environment.putAll(FakeCloud.reached(proxy));
        Stream.of("CI", "GITHUB_TOKEN", "GH_TOKEN", "GITLAB_CI", "ACTIONS_ID_TOKEN_REQUEST_URL", "TM_GITLAB_ID_TOKEN")
                .forEach(name -> environment.put(name, ""));
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_EVENT_NAME", "pull_request");
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        UniformEstate estate = UniformEstate.write(folder, STACKS, 1, environment);
        ChangedEstate changed = new ChangedEstate(folder, account, estate, cloud, proxy, environment);
        estate.publish();
        changed.branch();
        account.change("s0002", "desired_count", "3");
        account.change("s0003", "desired_count", "5");
        return changed;
    }

    /** Runs {@code drift preview} for a pull request whose head lies in a repository. */
    Command.Outcome preview(String head, String... arguments) throws IOException, InterruptedException {
        Path event = Files.writeString(folder.resolve("event.json"), """
                {"pull_request":{"number":7,"title":"Scale","state":"open","html_url":"https://git.example.org/7",
                 "created_at":"2026-11-20T06:00:00Z","updated_at":"2026-11-20T06:00:00Z","user":{"login":"ada","id":1},
                 "head":{"sha":"%s","ref":"work","repo":{"full_name":"%s","pushed_at":"2026-11-20T06:00:00Z"}},
                 "base":{"sha":"%s","ref":"main","repo":{"full_name":"acme/uniform"}}}}
                """.formatted(
                git("rev-parse", "HEAD").strip(), head, git("rev-parse", "main").strip()));
        List<String> words = new ArrayList<>(List.of("preview", "--format", "json", "--parallelism", "2"));
        words.addAll(List.of(arguments));
        return DriftCommand.of(estate.root(), environment, words.toArray(String[]::new))
                .with(Map.of("GITHUB_EVENT_PATH", event.toString()))
                .run();
    }

    /** Every file of the checkout but git's own, with what is in it. */
    Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(estate.root())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = estate.root().relativize(file).toString();
                if (!name.startsWith(".git/")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        account.close();
        cloud.close();
        FileTree.remove(folder);
    }

    private void branch() throws IOException, InterruptedException {
        git("branch", "--move", "--force", "main");
        git("checkout", "--quiet", "-b", "work");
        edit(1, "desired_count   = 2", "desired_count   = 3");
        edit(2, "name = \"queue-s0002\"\n", "name = \"queue-s0002\" # the queue\n");
        edit(3, "desired_count   = 2", "desired_count   = 3");
        edit(4, "desired_count   = 2", "desired_count = 2");
        edit(5, "retention_in_days", "retention_in_dais");
        edit(6, "name  = \"/parameter-s0006\"", "name  = \"/parameter-other\"");
        git("rm", "-r", "--quiet", "stacks/s0007");
        git("commit", "--quiet", "--all", "--message", "Scale");
    }

    private void edit(int stack, String before, String after) throws IOException {
        Path code = estate.stack(stack).resolve("main.tf");
        String text = Files.readString(code);
        if (!text.contains(before)) {
            throw new IOException(code + " does not say: " + before);
        }
        Files.writeString(code, text.replace(before, after));
    }

    private String git(String... words) throws IOException, InterruptedException {
        return Command.of(Stream.concat(Stream.of("git"), Stream.of(words)).toArray())
                .in(estate.root())
                .output();
    }
}
