package dev.drift.it.benchmark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.cloud.Console;
import dev.drift.it.cloud.Moto;
import dev.drift.it.fake.FakeAws;
import dev.drift.it.fake.UniformEstate;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import dev.drift.it.tools.Workplace;
import dev.drift.report.ReportJson;
import dev.drift.report.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Looks at one estate, by the command and by the tool alone. The tool works in a checkout that is initialised already, the
 * command in one as git leaves it.
 *
 * @param fresh never initialised
 * @param initialised the same stacks
 */
record Looks(UniformEstate fresh, UniformEstate initialised, Map<String, String> environment) {

    private static final String PLAN =
            "terraform plan -detailed-exitcode -input=false -no-color >plan.txt 2>&1; echo $? >exit";

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int DRIFTING = 20;

    Looks {
        requireNonNull(fresh, "fresh is null");
        requireNonNull(initialised, "initialised is null");
        environment = Map.copyOf(environment);
    }

    /** Writes an estate twice and lets the live objects of one stack in twenty drift, from the first one on. */
    static Looks at(FakeAws account, Path folder, int stacks, int setsEach) throws IOException, InterruptedException {
        Looks looks = written(folder, account.endpoint(), stacks, setsEach);
        for (int number = 1; number <= stacks; number += DRIFTING) {
            account.change(UniformEstate.name((number - 1) * setsEach + 1), "desired_count", "3");
        }
        return looks;
    }

    /** The same on moto, where everything is applied first. */
    static Looks at(Moto account, Path folder, int stacks) throws IOException, InterruptedException {
        Looks looks = written(folder, account.endpoint(), stacks, 1);
        looks.initialised.forget();
        Command.of(
                        RealTools.terramate(),
                        "run",
                        "--parallel",
                        4,
                        "--",
                        "terraform",
                        "apply",
                        "-auto-approve",
                        "-no-color")
                .in(looks.initialised.root())
                .with(looks.environment)
                .within(PATIENCE)
                .output();
        looks.fresh.adopt(looks.initialised);
        Console console = new Console(account.endpoint());
        for (int number = 1; number <= stacks; number += DRIFTING) {
            console.writeParameter("eu-central-1", "/parameter-" + UniformEstate.name(number), "String", "by hand");
        }
        return looks;
    }

    /** The same by somebody who has more in the environment. */
    Looks with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Looks(fresh, initialised, all);
    }

    private static Looks written(Path folder, URI account, int stacks, int setsEach)
            throws IOException, InterruptedException {
        Map<String, String> environment =
                new HashMap<>(Workplace.prepare(folder).environment(account, account));
        Path settings = folder.resolve("terramaterc");
        Files.writeString(settings, "disable_telemetry = true\ndisable_checkpoint = true\n");
        environment.put("TM_CLI_CONFIG_FILE", settings.toString());
        UniformEstate fresh =
                UniformEstate.write(Files.createDirectory(folder.resolve("fresh")), stacks, setsEach, environment);
        UniformEstate initialised = UniformEstate.write(
                Files.createDirectory(folder.resolve("initialised")), stacks, setsEach, environment);
        initialised.initialise();
        return new Looks(fresh, initialised, environment);
    }

    /** Plans every stack, as the first run does. */
    Command planning(int parallelism) {
        return command("plan", parallelism);
    }

    /** Reads what was planned before and plans the rest, as every run of a schedule does but the first. */
    Command reading(int parallelism) {
        return command("auto", parallelism);
    }

    /** Reads as if nothing had ever been planned: with another key, nothing is remembered. */
    Command readingUnplanned(int parallelism) {
        return command("live", parallelism)
                .with(Map.of("DRIFT_PLANS_KEY", UUID.randomUUID().toString()));
    }

    private Command command(String engine, int parallelism) {
        return Launcher.drift("detect", "--engine", engine, "--parallelism", parallelism, "--format", "json")
                .in(fresh.root())
                .with(environment);
    }

    /** A run that plans, and finds that something drifted. */
    Cost drift(int parallelism) throws IOException, InterruptedException {
        return drifted(planning(parallelism));
    }

    /** A run that comes after another one, and finds that something drifted. */
    Cost driftAgain(int parallelism) throws IOException, InterruptedException {
        return drifted(reading(parallelism));
    }

    /** A run that only reads what did not move, and finds that something drifted. */
    Cost driftUnplanned(int parallelism) throws IOException, InterruptedException {
        return drifted(readingUnplanned(parallelism));
    }

    private static Cost drifted(Command command) throws IOException, InterruptedException {
        Cost cost = Cost.of(command);
        assertThat(cost.outcome().exit()).as(cost.outcome().err()).isEqualTo(2);
        return cost;
    }

    Cost terramate(int parallelism) throws IOException, InterruptedException {
        Cost cost =
                Cost.of(Command.of(RealTools.terramate(), "run", "--parallel", parallelism, "--", "/bin/sh", "-c", PLAN)
                        .in(initialised.root())
                        .with(environment));
        assertThat(cost.outcome().exit()).as(cost.outcome().err()).isZero();
        return cost;
    }

    /** The first stack alone. */
    Cost terraform() throws IOException, InterruptedException {
        return Cost.of(
                Command.of("/bin/sh", "-c", PLAN).in(initialised.stack(1)).with(environment));
    }

    /** The stacks whose live objects were changed. */
    List<String> changed() {
        return numbers()
                .filter(number -> number % DRIFTING == 1)
                .mapToObj(Looks::path)
                .toList();
    }

    /** The stacks for which the tool's exit code spoke of changes when it was last run. */
    List<String> drifted() throws IOException {
        TreeSet<String> drifted = new TreeSet<>();
        for (int number : numbers().toArray()) {
            String exit =
                    Files.readString(initialised.stack(number).resolve("exit")).strip();
            assertThat(exit).as(path(number)).isIn("0", "2");
            if (exit.equals("2")) {
                drifted.add(path(number));
            }
        }
        return List.copyOf(drifted);
    }

    /** The stacks of which the command said so. */
    static List<String> drifted(Cost cost) {
        return ReportJson.read("the report on standard output", cost.outcome().out())
                .withOutcome(Verdict.DRIFTED)
                .stream()
                .map(stack -> stack.stack().path().toString())
                .toList();
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, fresh.stacks());
    }

    private static String path(int number) {
        return "/stacks/" + UniformEstate.name(number);
    }
}
