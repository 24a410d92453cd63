package dev.drift.terramate;

import static dev.drift.code.IacTool.TERRAFORM;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.provision.Applier;
import dev.drift.provision.ApplyResult;
import dev.drift.provision.HeldPlan;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.environment.StackEnvironment;
import dev.drift.terramate.probe.Patience;
import dev.drift.terramate.probe.PlanSettings;
import dev.drift.terramate.probe.PlanWitness;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.testing.ApplierContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a tool that is a script: it notes how it is called and does what files in the stack's directory tell it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PlanApplierTest extends ApplierContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String PLAN = "{\"format_version\":\"1.2\",\"resource_changes\":["
            + "{\"address\":\"a.b\",\"mode\":\"managed\",\"type\":\"a\",\"change\":{\"actions\":[\"create\"],"
            + "\"before\":null,\"after\":{\"password\":\"correct-horse\"},\"after_sensitive\":{\"password\":true}}}]}";

    @TempDir
    private Path folder;

    private final Map<String, String> user = new HashMap<>(System.getenv());
    private Patience patience = Patience.STANDARD;

    @BeforeEach
    void installTool() throws IOException {
        Path tool = Files.write(
                folder.resolve("terraform"),
                List.of(
                        "#!/bin/sh",
                        "calls=" + folder.resolve("calls"),
                        "echo \"$1 lent=${TF_REATTACH_PROVIDERS:-none} $*\" >> $calls",
                        "for word in \"$@\"; do case $word in -out=*) out=${word#-out=};; esac; last=$word; done",
                        "case $1 in",
                        "init) [ -e .terraform.lock.hcl ] || touch .terraform.lock.hcl;;",
                        "plan)",
                        "  if [ -e unplannable ]; then echo 'Error: no such module' >&2; exit 1; fi",
                        "  if [ -e lasting ]; then echo 'a.b: Reading...'; exec sleep 600; fi",
                        "  if [ -e applied ]; then exit 0; fi",
                        "  echo $$ > $out; exit 2;;",
                        "show) echo '" + PLAN + "';;",
                        "apply)",
                        "  stat -c 'folder %a' $(dirname $last) >> $calls",
                        "  [ -e unappliable ] && [ ! -e lost ] && { echo 'a.first: Creation complete after 0s [id=x]';"
                                + " echo 'Error: denied for correct-horse'; exit 1; }",
                        "  [ -e lost ] && { echo '{}' > errored.tfstate; echo 'Error: Failed to persist state'; exit 1; }",
                        "  if [ -e slow ]; then trap 'echo stopping; exit 1' TERM; echo applying; sleep 600 & wait; fi",
                        "  if [ -e stubborn ]; then trap '' TERM; echo applying; sleep 600; fi",
                        "  ps -o sid= -p $$ | tr -d ' ' > session; echo $$ > own",
                        "  cp $last applied; echo 'a.b: Creation complete after 0s [id=secret-id]'",
                        "  echo 'Apply complete! Resources: 1 added, 0 changed, 0 destroyed.';;",
                        "esac"));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        user.put("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    @Override
    protected Applier applier() {
        return PlanApplier.with(
                PlanSettings.standard()
                        .withTool(TERRAFORM)
                        .withUser(new UserEnvironment(user))
                        .withStackEnvironment(StackEnvironment.NONE)
                        .withExecutable(TERRAFORM, folder.resolve("terraform"))
                        .withTemporaryFolder(folder.resolve("plans")),
                patience,
                PlanWitness.NONE);
    }

    @Override
    protected Stack fresh() {
        return stack("fresh");
    }

    @Override
    protected Stack unplannable() {
        return stack("unplannable");
    }

    @Override
    protected Stack unappliable() {
        return stack("unappliable");
    }

    @Override
    protected Stack lasting() {
        return stack("lasting");
    }

    @Override
    protected boolean isAnythingLeft() {
        try (Stream<Path> plans = Files.list(folder.resolve("plans"))) {
            return plans.findAny().isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void appliesThePlanFileThatWasShownFromAFolderOfItsOwnerAndSaysWhatWasDone() throws Exception {
        try (HeldPlan plan = applier().plan(request(fresh()))) {
            Path file = planFile();
            String shown = Files.readString(file);

            assertThat(plan.apply().done())
                    .containsExactly(
                            "a.b: Creation complete after 0s",
                            "Apply complete! Resources: 1 added, 0 changed, 0 destroyed.");

            assertThat(folder.resolve("fresh/applied")).hasContent(shown.strip());
            assertThat(calls()).contains("folder 700").contains("apply -input=false -no-color -lock=true " + file);
        }
    }

    @Test
    void locksTheStateAndNeverTalksToAProviderThatIsLent() throws Exception {
        user.put("TF_REATTACH_PROVIDERS", "{\"of the user\":{}}");
        ProbeRequest request = new ProbeRequest(
                fresh(),
                EnvironmentLease.of(Map.of("TF_REATTACH_PROVIDERS", "{\"of the lease\":{}}")),
                LONG,
                line -> {});
        try (HeldPlan plan = applier().plan(request)) {
            plan.apply();
        }

        assertThat(calls().lines().filter(line -> line.contains("lent=")))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(line -> line.contains("lent=none"))
                .noneMatch(line -> line.contains("-lock=false"));
    }

    @Test
    void saysOfAFailureWhatWasDoneBeforeAndNoSecretOfThePlan() throws Exception {
        try (HeldPlan plan = applier().plan(request(unappliable()))) {
            assertThat(plan.apply()).isInstanceOfSatisfying(ApplyResult.Incomplete.class, failed -> {
                assertThat(failed.done()).containsExactly("a.first: Creation complete after 0s");
                assertThat(failed.reason()).startsWith("Error: denied for").doesNotContain("correct-horse");
                assertThat(failed.keptState()).isEmpty();
            });
        }
    }

    @Test
    void keepsAStateThatCouldNotBeWrittenWhereNobodyElseReadsIt() throws Exception {
        Stack stack = stack("unappliable");
        Files.createFile(stack.directory().resolve("lost"));
        try (HeldPlan plan = applier().plan(request(stack))) {
            assertThat(plan.apply()).isInstanceOfSatisfying(ApplyResult.Incomplete.class, failed -> {
                Path kept = failed.keptState().orElseThrow();
                assertThat(kept).startsWith(folder.resolve("state")).hasContent("{}");
                assertThat(permissions(kept)).isEqualTo("rw-------");
                assertThat(permissions(requireNonNull(kept.getParent()))).isEqualTo("rwx------");
            });
        }
        assertThat(stack.directory().resolve("errored.tfstate")).doesNotExist();
    }

    @Test
    void refusesToPlanOverAStateThatAnEarlierApplyLeft() throws Exception {
        Stack stack = fresh();
        Files.createFile(stack.directory().resolve("errored.tfstate"));

        assertThatThrownBy(() -> applier().plan(request(stack)))
                .isInstanceOfSatisfying(ProbeException.class, refused -> {
                    assertThat(refused.phase()).isEqualTo(ProbePhase.STATE);
                    assertThat(refused.reason()).contains("errored.tfstate");
                });
    }

    @Test
    void asksAnApplyThatTakesTooLongToStopAndWaitsForIt() throws Exception {
        Stack stack = stack("slow");
        try (HeldPlan plan = applier().plan(request(stack, Duration.ofSeconds(2)))) {
            assertThat(plan.apply())
                    .isInstanceOfSatisfying(
                            ApplyResult.Incomplete.class,
                            failed -> assertThat(failed.reason())
                                    .isEqualTo("not done within 2s, so it was asked to stop, which it did by itself"));
        }
    }

    @Test
    void saysSoWhenItHasToKillAnApply() throws Exception {
        patience = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (HeldPlan plan = applier().plan(request(stack("stubborn"), Duration.ofSeconds(2)))) {
            assertThat(plan.apply())
                    .isInstanceOfSatisfying(
                            ApplyResult.Incomplete.class,
                            failed -> assertThat(failed.reason()).contains("killed", "locked"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void standsInASessionOfItsOwn() throws Exception {
        Stack stack = fresh();
        try (HeldPlan plan = applier().plan(request(stack))) {
            plan.apply();
        }

        assertThat(Files.readString(stack.directory().resolve("session")))
                .isEqualTo(Files.readString(stack.directory().resolve("own")));
    }

    @Test
    void leavesNoLockFileThatWasNotThere() throws Exception {
        Stack without = fresh();
        Stack with = stack("with");
        Path lockFile = Files.writeString(with.directory().resolve(".terraform.lock.hcl"), "kept");
        for (Stack stack : List.of(without, with)) {
            try (HeldPlan plan = applier().plan(request(stack))) {
                plan.apply();
            }
        }

        assertThat(without.directory().resolve(".terraform.lock.hcl")).doesNotExist();
        assertThat(lockFile).hasContent("kept");
    }

    @Test
    void refusesArgumentsThatTakeTheLockAway() {
        user.put("TF_CLI_ARGS_apply", "-lock=false");

        assertThatThrownBy(() -> applier().plan(request(fresh())))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("TF_CLI_ARGS_apply holds -lock");
    }

    private Path planFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("plans"))) {
            return files.filter(file -> file.endsWith("plan")).findFirst().orElseThrow();
        }
    }

    private String calls() throws IOException {
        return Files.readString(folder.resolve("calls"));
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ProbeRequest request(Stack stack, Duration limit) {
        return new ProbeRequest(stack, EnvironmentLease.of(Map.of()), limit, line -> {});
    }

    /** A stack whose directory holds one file, named like the stack. */
    private Stack stack(String name) {
        Path directory = folder.resolve(name);
        try {
            Files.createDirectories(directory);
            if (Files.notExists(directory.resolve(name))) {
                Files.createFile(directory.resolve(name));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Stack(StackPath.of("/" + name), Optional.empty(), name, "", List.of(), directory);
    }
}
