package dev.drift.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 5,000 stacks over three environments and six regions. */
class ListingBenchmark {

    private static final List<String> CELLS = List.of(
            "prod/eu-central-1", "prod/eu-west-1", "qa/eu-south-1", "qa/eu-west-2", "dev/us-east-1", "dev/us-west-1");

    @TempDir
    Path project;

    @Test
    void listWithASelectorAgainstTerramate() throws Exception {
        describeProject();
        Command ours = Launcher.drift("list", "--select", "Environment:prod,Region:eu-central-1")
                .in(project);
        Command theirs = Command.of(RealTools.terramate(), "list", "--tags", "environment/prod:region/eu-central-1")
                .in(project)
                .with(quiet());

        assertThat(paths(ours)).hasSizeGreaterThan(800).isEqualTo(paths(theirs));
        Timing.compare(
                Timing.paired(
                        9, "drift list --select …", Timing.of(ours), "terramate list --tags …", Timing.of(theirs)),
                "at most 0.6");
    }

    private void describeProject() throws IOException, InterruptedException {
        Command.of("git", "init", "--quiet", project).output();
        for (int number = 0; number < 5_000; number++) {
            String cell = CELLS.get(number % CELLS.size());
            Path directory = Files.createDirectories(
                    project.resolve("stacks/" + cell + "/group-" + number / 100 + "/s" + number));
            String environment = cell.substring(0, cell.indexOf('/'));
            Files.writeString(directory.resolve("stack.tm.hcl"), stack(number, environment, cell));
            Files.writeString(directory.resolve("main.tf"), "resource \"terraform_data\" \"this\" {}\n");
        }
    }

    private static String stack(int number, String environment, String cell) {
        return """
                stack {
                  name        = "service %1$d"
                  description = "the stack of service %1$d"
                  id          = "service-%1$d"
                  tags = [
                    "environment/%2$s",
                    "region/%3$s",
                    "team-%4$d",
                  ]
                }
                """.formatted(number, environment, cell.substring(cell.indexOf('/') + 1), number % 17);
    }

    private Map<String, String> quiet() throws IOException {
        Path settings = Files.writeString(
                project.resolve("../quiet-" + project.getFileName()),
                "disable_telemetry = true\ndisable_checkpoint = true\n");
        settings.toFile().deleteOnExit();
        return Map.of("CHECKPOINT_DISABLE", "1", "TM_CLI_CONFIG_FILE", settings.toString());
    }

    /** Ours are absolute from the project, theirs relative to it. */
    private static List<String> paths(Command command) throws IOException, InterruptedException {
        return command.output()
                .lines()
                .map(line -> line.startsWith("/") ? line.substring(1) : line)
                .toList();
    }
}
