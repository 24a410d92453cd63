package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import dev.drift.it.cloud.Moto;
import dev.drift.it.example.DriftCommand;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.RealTools;
import dev.drift.render.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A project of which both commands have told, each a cloud of its own: all of it without targets, one stack with one.
 *
 * @param side where our command told
 * @param ours all of the project, by our command
 * @param theirs the same by the vendor's, which takes stacks with an id only
 * @param ourTarget one stack with a target, by our command
 * @param theirTarget the same by the vendor's
 */
record Synced(Project project, Side side, Told ours, Told theirs, Told ourTarget, Told theirTarget)
        implements AutoCloseable {

    private static final List<String> PLAN = List.of(
            "terraform plan -input=false -no-color -lock=false -detailed-exitcode -out=drift.tfplan".split(" "));

    private static final String SAID = "said";

    private static final String TARGET = "production";

    Synced {
        requireNonNull(project, "project is null");
        requireNonNull(side, "side is null");
        requireNonNull(ours, "ours is null");
        requireNonNull(theirs, "theirs is null");
        requireNonNull(ourTarget, "ourTarget is null");
        requireNonNull(theirTarget, "theirTarget is null");
    }

    static Synced lived() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "s").toRealPath();
        Side side = Side.open();
        try (Moto account = Moto.start(folder.resolve("moto.log"));
                Side other = Side.open()) {
            Project project = Project.lived(folder, account);
            Told theirs = other.by(terramate(project, project.root(), "--no-tags", "nameless"));
            Told ours = side.by(drift(project, project.root(), "--parallelism", "2"));
            project.haveTargets();
            Told theirTarget = other.by(terramate(project, project.stack("settings"), "--target", TARGET));
            Told ourTarget = side.by(drift(project, project.stack("settings"), "--target", TARGET));
            project.haveNoTargets();
            project.spreadSecrets();
            Command.Outcome said =
                    drift(project, project.stack("secrets"), reports(folder)).run();
            Files.writeString(folder.resolve(SAID), said.out() + said.err());
            return new Synced(project, side, ours, theirs, ourTarget, theirTarget);
        } catch (IOException | InterruptedException | RuntimeException e) {
            side.close();
            FileTree.remove(folder);
            throw e;
        }
    }

    /** Every report of one stack whose secrets get about, and what was said besides, by the names of the files. */
    Map<String, String> reports() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String name :
                Stream.concat(ReportFormat.words().stream(), Stream.of(SAID)).toList()) {
            texts.put(name, Files.readString(project.root().resolveSibling(name)));
        }
        return texts;
    }

    private static String[] reports(Path folder) {
        return Stream.concat(
                        Stream.of("--no-deliver", "--verbose"),
                        ReportFormat.words().stream()
                                .flatMap(form -> Stream.of("--report", form + "=" + folder.resolve(form))))
                .toArray(String[]::new);
    }

    /** What {@code terramate cloud drift show} prints in a stack. */
    Command.Outcome shown(String stack) throws IOException, InterruptedException {
        return side.reached(Command.of(RealTools.terramate(), "cloud", "drift", "show")
                        .in(project.stack(stack))
                        .with(project.environment()))
                .run();
    }

    /** What {@code drift list} prints. */
    Command.Outcome listed(String... arguments) throws IOException, InterruptedException {
        String[] words = Stream.concat(Stream.of("list"), Stream.of(arguments)).toArray(String[]::new);
        return side.reached(DriftCommand.of(project.root(), project.environment(), words))
                .run();
    }

    @Override
    public void close() throws IOException {
        side.close();
        FileTree.remove(project.root().getParent());
    }

    private static Command terramate(Project project, Path folder, String... arguments) {
        return Command.of(Stream.of(
                                Stream.of(RealTools.terramate(), "run"),
                                Stream.of(arguments),
                                Stream.of("--sync-drift-status", "--terraform-plan-file=drift.tfplan"),
                                Stream.of("--continue-on-error", "--parallel", "2", "--"),
                                PLAN.stream())
                        .flatMap(words -> words)
                        .toArray())
                .in(folder)
                .with(project.environment());
    }

    private static Command drift(Project project, Path folder, String... arguments) {
        String[] words = Stream.concat(
                        Stream.of("detect", "--format", "json", "--root", folder.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return DriftCommand.of(project.root(), project.environment(), words);
    }
}
