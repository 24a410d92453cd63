package dev.drift.it.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.Command;
import dev.drift.terramate.process.ProcessIdentity;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionIT {

    @TempDir
    private Path folder;

    @Test
    void changedStacksAreAppliedOnceAndWhatIsForbiddenOrFailsStopsOnlyThoseBehindIt() throws Exception {
        Yard yard = Yard.in(folder.toRealPath())
                .stack("base", Yard.holding("one"))
                .stack("app", Yard.holding("one"), "base")
                .stack("queue", Yard.replacedFor("one"))
                .stack("worker", Yard.holding("one"), "queue")
                .stack("free", Yard.holding("one"));
        yard.commit();
        everythingIsAppliedOnce(yard);

        yard.stack("base", Yard.holding("one") + Yard.madeBy("echo made >&2; exit 3"))
                .stack("app", Yard.holding("two"), "base")
                .stack("queue", Yard.replacedFor("two"))
                .stack("worker", Yard.holding("two"), "queue");
        yard.stack("free", Yard.holding("two")).commit();
        Command.Outcome third = yard.provision("--no-destroy", "--format", "json", "--environment", "prod");

        assertThat(third.exit()).as(third.err()).isEqualTo(1);
        assertThat(statuses(third.out()))
                .containsExactlyInAnyOrder(
                        "/stacks/app not_done: it depends on /stacks/base, which failed",
                        "/stacks/base failed: Error: local-exec provisioner error (main.tf:5)",
                        "/stacks/free applied",
                        "/stacks/queue refused: it would destroy 1 object, and none may be",
                        "/stacks/worker not_done: it depends on /stacks/queue, which was refused");
        assertThat(third.err()).contains("DESTROYS 1 object");
        assertThat(yard.temporary()).as("plans").isEmpty();

        yard.stack("base", Yard.holding("one")).commit();
        Command.Outcome rest = yard.provision("--base", "HEAD~2", "--max-destroy", "1");

        assertThat(rest.exit()).as(rest.out() + rest.err()).isZero();
        assertThat(rest.out()).contains("object destroyed").contains("Applied");
    }

    private static void everythingIsAppliedOnce(Yard yard) throws Exception {
        Command.Outcome first = yard.provision("--all", "--parallelism", "2");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("DONE  5 of 5 stacks applied").contains("in sync afterwards");
        assertThat(yard.git("status", "--porcelain")).as("the checkout").isEmpty();
        Value applied = yard.state("base");

        Command.Outcome second = yard.provision("--all");

        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out()).startsWith("DONE  all 5 stacks are as the code says already");
        assertThat(yard.state("base")).isEqualTo(applied);
    }

    @Test
    void applyInTheMiddleOfWhichASignalComesIsWholeAndNothingElseIsBegun() throws Exception {
        Path gate = folder.toRealPath().resolve("gate");
        Path started = folder.toRealPath().resolve("started");
        Yard yard = Yard.in(folder.toRealPath())
                .stack(
                        "slow",
                        Yard.holding("one")
                                + Yard.madeBy("touch " + started + "; while [ ! -e " + gate + " ]; do sleep 0.1; done"))
                .stack("behind", Yard.holding("one"), "slow");
        yard.commit();
        try (Running run = Running.of(yard, "--all")) {
            run.await(() -> Files.exists(started));
            assertThat(yard.directory("slow").resolve(".terraform.tfstate.lock.info"))
                    .exists();
            assertThat(yard.temporary())
                    .singleElement()
                    .satisfies(plan -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plan)))
                            .isEqualTo("rwx------"));

            run.signalGroup("INT");
            run.await(() -> run.errors().contains("what is being applied comes to its end"));
            run.signalGroup("TERM");
            run.signalGroup("INT");
            Files.createFile(gate);

            assertThat(run.exit()).isEqualTo(130);
            assertThat(run.output())
                    .startsWith("INCOMPLETE  1 of 2 stacks done, 1 not done")
                    .contains("/stacks/behind\n    the run was stopped before it was begun");
            assertThat(run.errors()).doesNotContain("Interrupt received");
        }
        assertThat(yard.state("slow").field("resources").items()).hasSize(2);
        assertThat(yard.directory("slow").resolve(".terraform.tfstate.lock.info"))
                .doesNotExist();
        assertThat(yard.directory("behind").resolve("terraform.tfstate")).doesNotExist();
        assertThat(yard.temporary()).as("plans").isEmpty();
    }

    @Test
    void applyOutlivesADriftThatIsKilledAndKeepsItsFolderUntilItHasEnded() throws Exception {
        Path gate = folder.toRealPath().resolve("gate");
        Path started = folder.toRealPath().resolve("started");
        Yard yard = Yard.in(folder.toRealPath())
                .stack(
                        "slow",
                        Yard.holding("one")
                                + Yard.madeBy("touch " + started + "; while [ ! -e " + gate + " ]; do sleep 0.1; done"))
                .stack("other", Yard.holding("one"));
        yard.commit();
        try (Running run = Running.of(yard, "--all", "--root", "stacks/slow")) {
            run.await(() -> Files.exists(started));
            run.kill();
        }
        Path left = yard.temporary().get(0);
        age(left);
        Files.writeString(yard.directory("other").resolve("new.tf"), "# not committed");
        assertThat(yard.provision("--all", "--root", "stacks/other").exit())
                .as("not committed")
                .isEqualTo(64);
        Command.Outcome refused = yard.provision("--all", "--root", "stacks/slow", "--format", "json");
        Command.Outcome other = yard.provision("--all", "--root", "stacks/other", "-X");

        assertThat(refused.exit()).as(refused.err()).isEqualTo(1);
        assertThat(refused.out())
                .contains("the state is locked by ", "OperationTypeApply", "delete .terraform.tfstate.lock.info");
        assertThat(other.exit()).as(other.err()).isZero();
        assertThat(left.resolve("plan")).as("the plan that is being applied").exists();

        Files.createFile(gate);
        awaitEnd(Files.readString(left.resolve("process")));
        age(left);
        assertThat(yard.state("slow").field("resources").items()).hasSize(2);
        assertThat(yard.provision("--all", "--root", "stacks/slow", "--no-destroy")
                        .exit())
                .isZero();
        assertThat(yard.temporary()).as("plans").isEmpty();
    }

    private static void awaitEnd(String process) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !ProcessIdentity.read(process).orElseThrow().isAlive());
    }

    private static void age(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    private static List<String> statuses(String report) {
        return Json.read(report).field("stacks").items().stream()
                .map(stack -> text(stack, "path") + " " + text(stack, "status")
                        + stack.field("reason")
                                .text()
                                .map(reason -> ": " + reason.replaceAll("(\\)): .*", "$1"))
                                .orElse(""))
                .collect(Collectors.toList());
    }

    private static String text(Value fields, String name) {
        return fields.field(name).text().orElse("");
    }
}
