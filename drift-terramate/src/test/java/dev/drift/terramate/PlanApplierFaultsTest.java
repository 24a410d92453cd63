package dev.drift.terramate;

import static dev.drift.code.IacTool.TERRAFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import dev.drift.provision.ApplyResult;
import dev.drift.provision.HeldPlan;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.environment.StackEnvironment;
import dev.drift.terramate.probe.PlanSettings;
import dev.drift.terramate.probe.PlanWitness;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a plan that is held, with a tool that is a script. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PlanApplierFaultsTest {

    private static final String PLAN = "{\"format_version\":\"1.2\",\"resource_changes\":["
            + "{\"address\":\"a.b\",\"mode\":\"managed\",\"type\":\"a\","
            + "\"change\":{\"actions\":[\"create\"],\"before\":null,\"after\":{}}}]}";

    @TempDir
    private Path folder;

    private final Map<String, String> user = new HashMap<>(System.getenv());

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(folder.resolve("stack"));
        applying("echo done");
    }

    @Test
    void plansInAWorkspaceThatIsListedAndMakesNone() throws Exception {
        user.put("TF_WORKSPACE", "bleu");
        assertThatThrownBy(this::plan)
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("workspace bleu has no state");
        assertThat(calls()).isNotEmpty().noneMatch(call -> call.contains("in=bleu") || call.startsWith("plan"));

        user.put("TF_WORKSPACE", "blue");
        try (HeldPlan plan = plan()) {
            plan.apply();
        }

        assertThat(calls())
                .filteredOn(call -> call.startsWith("plan") || call.startsWith("apply"))
                .hasSize(2)
                .allMatch(call -> call.startsWith("plan in=blue ") || call.startsWith("apply in=blue "));
    }

    @Test
    void deletesThePlanAlsoWhereTheLockFileCannotBeDeleted() throws Exception {
        try (HeldPlan plan = plan()) {
            plan.apply();
            Path lockFile = folder.resolve("stack/.terraform.lock.hcl");
            Files.delete(lockFile);
            Files.createDirectories(lockFile.resolve("not empty"));
        }

        try (Stream<Path> left = Files.list(folder.resolve("plans"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void takesTheLockAndRefreshesWhateverSomethingBetweenSays() throws Exception {
        try (HeldPlan plan = plan()) {
            plan.apply();
        }

        assertThat(calls())
                .filteredOn(call -> call.startsWith("plan"))
                .allMatch(call -> call.contains(" -lock=true -refresh=true "));
        assertThat(calls())
                .filteredOn(call -> call.startsWith("apply"))
                .allMatch(call -> call.contains(" -lock=true "));
    }

    @Test
    void saysThatAnApplyWhichSomebodyKilledMayHaveBeenDoneInPart() throws Exception {
        applying("echo 'a.b: Creation complete after 0s [id=x]'; echo 'a.c: Creating...'; kill -9 $$");

        try (HeldPlan plan = plan()) {
            assertThat(plan.apply()).isInstanceOfSatisfying(ApplyResult.Incomplete.class, failed -> {
                assertThat(failed.reason())
                        .isEqualTo(
                                "terraform was killed by signal 9 while it applied: it may have been applied in part,"
                                        + " and its state may miss what it did and be locked still");
                assertThat(failed.done()).containsExactly("a.b: Creation complete after 0s");
            });
        }
    }

    @Test
    void saysThatNothingWasAppliedOnlyWhereTheToolNeverRan() throws Exception {
        try (HeldPlan plan = plan()) {
            Files.move(folder.resolve("stack"), folder.resolve("elsewhere"));

            assertThat(plan.apply())
                    .isInstanceOfSatisfying(
                            ApplyResult.Incomplete.class,
                            failed -> assertThat(failed.reason())
                                    .startsWith("terraform cannot be run, so nothing was applied"));
        }
    }

    @Test
    void refusesAPlanThatSomethingBetweenLimitsAlsoWhereItShowsNothing() throws Exception {
        Path limited = folder.resolve("limited");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(limited))) {
            zip.putNextEntry(new ZipEntry("tfplan"));
            zip.write(new byte[] {8, 3, 5 << 3 | 2, 3, 'a', '.', 'b'});
        }
        for (String exit : List.of("0", "2")) {
            planning("cp " + limited + " $out; exit " + exit);

            assertThatThrownBy(this::plan)
                    .isInstanceOf(ProbeException.class)
                    .hasMessageContaining("adds -target, so the plan is not the one that the code asks for");
        }
    }

    @Test
    void lendsThePlansFolderToTheToolThatAppliesIt() throws Exception {
        applying(
                "for n in $(seq 600); do grep -q \"^$$ \" $(dirname $last)/process && touch lent && break; sleep 0.05; done");

        try (HeldPlan plan = plan()) {
            plan.apply();
        }

        assertThat(folder.resolve("stack/lent")).exists();
    }

    /** A tool that is fine up to its apply. */
    private void applying(String commands) throws IOException {
        tool("echo $$ > $out; exit 2", commands);
    }

    /** A tool that is fine up to its plan. */
    private void planning(String commands) throws IOException {
        tool(commands, "exit 1");
    }

    private void tool(String planning, String applying) throws IOException {
        Path tool = Files.write(
                folder.resolve("terraform"),
                List.of(
                        "#!/bin/sh",
                        "echo \"$1 in=${TF_WORKSPACE:-none} $*\" >> " + folder.resolve("calls"),
                        "for word in \"$@\"; do case $word in -out=*) out=${word#-out=};; esac; last=$word; done",
                        "case $1 in",
                        "init) [ -e .terraform.lock.hcl ] || touch .terraform.lock.hcl;;",
                        "workspace) printf '* default\\n'; seq -f '  w%g' 250; echo '  blue'; seq -f '  x%g' 250;;",
                        "plan) " + planning + ";;",
                        "show) echo '" + PLAN + "';;",
                        "apply) " + applying + ";;",
                        "esac"));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    }

    private HeldPlan plan() throws ProbeException {
        Stack stack =
                new Stack(StackPath.of("/stack"), Optional.empty(), "stack", "", List.of(), folder.resolve("stack"));
        PlanSettings settings = PlanSettings.standard()
                .withTool(TERRAFORM)
                .withUser(new UserEnvironment(user))
                .withStackEnvironment(StackEnvironment.NONE)
                .withExecutable(TERRAFORM, folder.resolve("terraform"))
                .withTemporaryFolder(folder.resolve("plans"));
        return PlanApplier.with(settings, PlanWitness.NONE)
                .plan(new ProbeRequest(stack, EnvironmentLease.of(Map.of()), Duration.ofMinutes(5), line -> {}));
    }

    private List<String> calls() throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve("calls")));
    }
}
