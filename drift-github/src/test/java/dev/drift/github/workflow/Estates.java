package dev.drift.github.workflow;

import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Means;
import dev.drift.estate.Region;
import dev.drift.estate.Rhythm;
import dev.drift.estate.Schedule;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Estates that workflows are generated for. */
final class Estates {

    static final Download DRIFT = new Download("https://downloads.example.com/drift/1.0.0/drift.jar", "ab".repeat(32));

    private static final String READER = "arn:aws:iam::111111111111:role/drift-reader";

    private Estates() {}

    /** Three environments in six regions. */
    static EstateDefinition three() {
        return of(
                environment("prod", "0 */6 * * *", "eu-central-1", "eu-west-1"),
                environment("qa", "0 2,14 * * *", "eu-south-1", "eu-west-2"),
                environment("dev", "0 2 * * 1,3,5", "us-east-1", "us-west-1"));
    }

    static EstateDefinition of(EnvironmentDefinition... environments) {
        return new EstateDefinition(List.of(environments), EstateDefinition.USUAL_ON_DEMAND, List.of());
    }

    static EnvironmentDefinition environment(String name, String schedule, String... regions) {
        return withRole(name, schedule, READER, regions);
    }

    static EnvironmentDefinition withRole(String name, String schedule, String role, String... regions) {
        Environment environment = new Environment(name);
        return new EnvironmentDefinition(
                environment,
                EnvironmentDefinition.selectorOf(environment),
                Stream.of(regions).map(Region::new).toList(),
                new Rhythm(Optional.of(Schedule.parse(schedule)), Optional.empty(), MaintenanceWindows.NONE),
                new Means(Means.usual(environment).parallelism(), Optional.empty(), Optional.of(role)),
                Duties.NONE);
    }

    static WorkflowSettings settings() {
        WorkflowRoles roles = new WorkflowRoles(
                Optional.of("arn:aws:iam::111111111111:role/drift-preview"),
                Optional.of(READER),
                Map.of(
                        new Environment("prod"), "arn:aws:iam::111111111111:role/prod-deployer",
                        new Environment("qa"), "arn:aws:iam::222222222222:role/qa-deployer"));
        return with(roles, WorkflowSettings.USUAL_STACKS_PER_JOB);
    }

    static WorkflowSettings with(WorkflowRoles roles, int stacksPerJob) {
        Toolchain terraform = new Toolchain(Optional.of("1.11.4"), Optional.empty(), Optional.empty());
        return new WorkflowSettings(DRIFT, terraform, roles, "ubuntu-24.04", "main", stacksPerJob);
    }

    /** So many stacks with these tags. */
    static List<Stack> stacks(int count, String... tags) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.join("-", tags).replace('/', '-') + "/s" + number)
                .map(path -> new Stack(
                        StackPath.of("/" + path),
                        Optional.empty(),
                        path,
                        "",
                        Stream.of(tags).map(text -> Tag.of(text)).toList(),
                        Path.of("/repo", path)))
                .toList();
    }

    /** The text of one workflow. */
    static String text(String name, EstateDefinition estate, List<Stack> stacks, WorkflowSettings settings) {
        return new Workflows(estate, stacks, settings)
                .files().stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .text();
    }
}
