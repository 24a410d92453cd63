package dev.drift.cli;

import dev.drift.DriftRun;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.Engine;
import dev.drift.cli.estate.Engines;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.code.IacTool;
import dev.drift.config.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** With what each stack is looked at, and for how long. */
final class EngineOptions {

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long one stack may take, such as 90s, 15m, 1h. Default: 15m.")
    Duration timeout = Duration.ofMinutes(15);

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            completionCandidates = Words.Tools.class,
            description = "terraform, tofu or terragrunt. Default: what each stack looks like.")
    Optional<IacTool> tool = Optional.empty();

    @Option(
            names = "--provider",
            paramLabel = "WHICH",
            completionCandidates = Words.Providers.class,
            description = {
                "shared lets all stacks of an account plan with one provider process, which is many times faster;"
                        + " plain lets the tool start its own for each. A stack that cannot share is planned plainly and"
                        + " says why. Default: shared."
            })
    Tooling.Provider provider = Tooling.Provider.SHARED;

    @Option(
            names = "--engine",
            paramLabel = "WHICH",
            completionCandidates = Words.Engines.class,
            description = {
                "plan has every stack planned by its tool; auto reads only the live objects of a stack whose last full"
                        + " plan showed nothing, as long as its code, state, variables and account are the same, and"
                        + " plans it if one of them moved; live reads also where no such plan is remembered, which never says"
                        + " what the code asks for, and plans what moved or cannot be read without. Default: what"
                        + " drift.yaml says of the stack's environment, else auto."
            })
    Optional<Engine> engine = Optional.empty();

    @Option(
            names = "--plan-age",
            paramLabel = "TIME",
            description = "How old a full plan may become before auto plans again, at most a day. Default: 24h.")
    Duration planAge = Duration.ofHours(24);

    @Option(
            names = "--verify-sample",
            paramLabel = "N",
            description = "Plan N stacks, taken at random, plainly as well and report any difference. Default: 0.")
    Sample sample = Sample.NONE;

    /** Complains about what contradicts itself. */
    void check(Problems problems) {
        if (engine.equals(Optional.of(Engine.LIVE)) && provider == Tooling.Provider.PLAIN) {
            problems.add("--engine", "live reads with the shared provider, which --provider plain switches off");
        }
    }

    /** Begins to describe a run over the stacks at or below a directory. */
    DriftRun.Builder run(Path root, DriftFile file, Audience audience, Runs runs) {
        Engines engines =
                engine.map(Engines::all).orElseGet(() -> file.instruments().engines());
        Tooling tooling = new Tooling(tool.or(file::tool), provider, engines, planAge, file.estate(), file.waivers());
        return runs.detecting(root, tooling, audience).timeout(timeout).verifying(sample.stacks());
    }
}
