package dev.drift.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty stacks looked at by the command, against a shell loop over the same calls of the tool. The stacks need no provider, so
 * the tool itself costs next to nothing here: what counts is the difference in CPU seconds, not the ratio.
 */
class DetectBenchmark {

    private static final int STACKS = 20;
    private static final Pattern CHILDREN = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    @TempDir
    Path project;

    @Test
    void detectOverTwentyStacksAgainstTheToolAlone() throws Exception {
        describeProject();
        String terraform = RealTools.terraform().toString();
        String looks = "for stack in " + project + "/stacks/*/; do data=$(mktemp -d); (cd $stack"
                + " && export TF_DATA_DIR=$data TF_IN_AUTOMATION=1 CHECKPOINT_DISABLE=1"
                + " && " + terraform + " init -input=false -no-color -lockfile=readonly"
                + " && " + terraform + " plan -input=false -lock=false -no-color -out=$data/plan"
                + " && " + terraform + " show -json $data/plan) >/dev/null; rm -rf $data; done";
        String drift =
                Launcher.ROOT.resolve("drift") + " detect --parallelism 1 --tool terraform --exit-zero >/dev/null";

        cpuSeconds(drift);
        double alone = cpuSeconds(looks);
        double watched = cpuSeconds(drift);
        Timing.print("%-44s %.1f CPU-s", STACKS + " stacks by the tool alone", alone);
        Timing.print("%-44s %.1f CPU-s", STACKS + " stacks by drift detect", watched);
        Timing.print("%-44s %.2f (target: at most 1.05)", "ratio", watched / alone);
        Timing.print("%-44s %.0f MiB (target: at most 250)", "peak of the JVM", peakMebibytes());
    }

    /** User and system time of the command and all it started. */
    private double cpuSeconds(String script) throws IOException, InterruptedException {
        Command.Outcome outcome =
                Command.of("bash", "-c", script + "; times").in(project).run();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        Matcher times = CHILDREN.matcher(outcome.out());
        assertThat(times.find()).as(outcome.out()).isTrue();
        return 60 * Double.parseDouble(times.group(1))
                + Double.parseDouble(times.group(2))
                + 60 * Double.parseDouble(times.group(3))
                + Double.parseDouble(times.group(4));
    }

    /** The kernel's own figure of the JVM that is about to end, read every tenth of a second. */
    private double peakMebibytes() throws IOException, InterruptedException {
        String script = Launcher.ROOT.resolve("drift")
                + " detect --parallelism 2 --tool terraform --exit-zero >/dev/null & pid=$!; peak=0;"
                + " while now=$(grep VmHWM /proc/$pid/status 2>/dev/null); do peak=${now//[^0-9]/}; sleep 0.1; done;"
                + " echo $peak";
        String out = Command.of("bash", "-c", script).in(project).output();
        return Double.parseDouble(out.strip()) / 1024;
    }

    private void describeProject() throws IOException, InterruptedException {
        Command.of("git", "init", "--quiet", project).output();
        for (int number = 0; number < STACKS; number++) {
            Path directory = Files.createDirectories(project.resolve("stacks/s" + number));
            Files.writeString(directory.resolve("stack.tm.hcl"), "stack {\n  tags = [\"environment/prod\"]\n}\n");
            Files.writeString(
                    directory.resolve("main.tf"),
                    "resource \"terraform_data\" \"this\" {\n  count = 10\n  input = count.index\n}\n");
            Command.of(RealTools.terraform(), "init", "-input=false")
                    .in(directory)
                    .output();
            Command.of(RealTools.terraform(), "apply", "-auto-approve", "-input=false")
                    .in(directory)
                    .output();
        }
    }
}
