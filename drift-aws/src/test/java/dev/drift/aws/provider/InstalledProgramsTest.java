package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedTool;
import dev.drift.code.IacTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not on this machine is installed by one init of the stack's tool. */
class InstalledProgramsTest {

    /** The hash of an archive that is nowhere: unpacked packages cannot be told by it. */
    private static final String ARCHIVE = "zh:" + "a".repeat(64);

    private static final String WRONG = "h1:" + "A".repeat(43) + "=";

    @TempDir
    private Path root;

    private PackageFixture fixture;

    @BeforeEach
    void makeFixture() throws Exception {
        fixture = new PackageFixture(root.toRealPath());
    }

    @Test
    void asksForExactlyWhatIsLocked() throws Exception {
        ScriptedTool tool = downloading("terraform");

        programs().program(fixture.release(ARCHIVE), fixture.search(Map.of()));

        assertThat(tool.calls()).containsExactly("terraform init -backend=false -input=false -no-color");
        assertThat(tool.kept("main.tf")).contains("source  = \"registry.terraform.io/hashicorp/aws\"", "\"5.100.0\"");
        assertThat(tool.kept("lock"))
                .contains("provider \"registry.terraform.io/hashicorp/aws\" {", "version     = \"5.100.0\"", ARCHIVE);
    }

    @Test
    void keepsWhatTheUserSaysOfRegistriesAndNothingThatSteersARun() throws Exception {
        ScriptedTool tool = downloading("terraform");
        Map<String, String> variables = Map.of(
                "TF_TOKEN_registry_example_com", "t",
                "TF_CLI_CONFIG_FILE", "../rc",
                "TF_CLI_ARGS_init", "-upgrade",
                "TF_DATA_DIR", "../data",
                "TF_REATTACH_PROVIDERS", "{}",
                "TG_TF_PATH", "/x");

        programs().program(fixture.release(ARCHIVE), fixture.search(variables));

        assertThat(tool.kept("environment"))
                .contains(
                        "TF_TOKEN_registry_example_com=t",
                        "TF_CLI_CONFIG_FILE=" + fixture.root().resolve("rc"))
                .contains("TF_PLUGIN_CACHE_DIR=" + fixture.cache())
                .doesNotContain("TF_CLI_ARGS", "TF_DATA_DIR", "TF_REATTACH", "TG_TF_PATH");
    }

    @Test
    void whatWasDownloadedIsKeptForLaterRuns() throws Exception {
        ScriptedTool tool = downloading("terraform");

        Path first = programs().program(fixture.release(ARCHIVE), fixture.search(Map.of()));
        Path second = programs().program(fixture.release(ARCHIVE), fixture.search(Map.of()));

        assertThat(first).isEqualTo(second).startsWith(fixture.cache()).isExecutable();
        assertThat(tool.calls()).hasSize(1);
        assertThat(fixture.cache().resolve("providers")).isDirectoryNotContaining("glob:**incoming-*");
    }

    @Test
    void whatTheToolLinksToIsUsedWhereItLies() throws Exception {
        ScriptedTool tool = fixture.tool("terraform", ScriptedTool.linking(fixture.genuine(), fixture.place()));

        Path first = programs().program(fixture.release(), fixture.search(Map.of()));
        Path second = programs().program(fixture.release(), fixture.search(Map.of()));

        assertThat(first).isEqualTo(second).isEqualTo(fixture.genuine().resolve(PackageFixture.PROGRAM));
        assertThat(tool.calls()).hasSize(1);
    }

    @Test
    void whatWasInstalledOnceLaterTellsTheStacksOwnPackage() throws Exception {
        ScriptedTool tool = downloading("terraform");
        programs().program(fixture.release(ARCHIVE, WRONG), fixture.search(Map.of()));

        Path own = fixture.unpackedIn(fixture.stack().resolve(".terraform/providers"));

        assertThat(programs().program(fixture.release(ARCHIVE, WRONG), fixture.search(Map.of())))
                .isEqualTo(own.resolve(PackageFixture.PROGRAM));
        assertThat(tool.calls()).hasSize(1);
    }

    @Test
    void anotherProgramInThePlaceOfTheKeptOneIsNotTaken() throws Exception {
        ScriptedTool tool = fixture.tool("terraform", ScriptedTool.linking(fixture.genuine(), fixture.place()));
        programs().program(fixture.release(ARCHIVE), fixture.search(Map.of()));
        Files.writeString(fixture.genuine().resolve("LICENSE.txt"), "changed\n");

        programs().program(fixture.release(ARCHIVE), fixture.search(Map.of()));

        assertThat(tool.calls()).hasSize(2);
    }

    @Test
    void aToolThatBringsSomethingElseIsNotTrusted() throws Exception {
        downloading("terraform");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs().program(fixture.release(WRONG), fixture.search(Map.of())))
                .withMessageContaining("is not what was locked")
                .withMessageContaining(WRONG);
        assertThat(fixture.cache().resolve("providers/packages")).doesNotExist();
    }

    @Test
    void failureIsToldInTheToolsWordsWithoutCredentials() throws Exception {
        fixture.tool("terraform", """
                echo 'Initializing provider plugins...'
                echo '╷' >&2
                echo '│ Error: Failed to query available provider packages' >&2
                echo '│ ' >&2
                echo '│ Could not reach https://user:hunter2@mirror.example.com/v1?token=hunter2 at all' >&2
                echo '╵' >&2
                echo 'Warning: Something else' >&2
                echo 'Goodbye'
                exit 1
                """);

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs().program(fixture.release(ARCHIVE), fixture.search(Map.of())))
                .withMessage("registry.terraform.io/hashicorp/aws 5.100.0 is not on this machine, and an init for it"
                        + " failed: Failed to query available provider packages Could not reach"
                        + " https://mirror.example.com/v1 at all");
    }

    @Test
    void aToolThatInstallsNothingOrIsMissingIsToldSo() throws Exception {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs().program(fixture.release(), fixture.search(IacTool.TOFU, Map.of())))
                .withMessageEndingWith("there is no tofu on the PATH to install it");

        fixture.tool("terraform", "true");
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs().program(fixture.release(), fixture.search(Map.of())))
                .withMessageEndingWith("it installed nothing for this platform");
    }

    @Test
    void terragruntsToolIsTofuElseTerraform() throws Exception {
        ProviderSearch search = fixture.search(IacTool.TERRAGRUNT, Map.of());
        ScriptedTool tool = downloading("terraform");
        programs().program(fixture.release(ARCHIVE), search);
        downloading("tofu");
        programs().program(fixture.release(ARCHIVE, WRONG), search);

        assertThat(tool.calls())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("terraform init"),
                        second -> assertThat(second).startsWith("tofu init"));
    }

    @Test
    void aToolThatHangsIsEndedWithItsChildren() throws Exception {
        fixture.tool("terraform", "sleep 600 & echo $! > '" + fixture.root() + "/child'; sleep 600");
        Path folder = Files.createDirectories(fixture.root().resolve("incoming"));
        ToolInstallation installation =
                new ToolInstallation(fixture.wanted(), fixture.search(Map.of()), Duration.ofSeconds(1));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> installation.into(folder, fixture.release().hashes()))
                .withMessageEndingWith("it was not done within 1 seconds");
        long child =
                Long.parseLong(Files.readString(fixture.root().resolve("child")).strip());
        assertThat(ProcessHandle.of(child).filter(Liveness::isRunning)).isEmpty();
    }

    @Test
    void manyWhoAskAtOnceWaitForOne() throws Exception {
        ScriptedTool tool = downloading("terraform");
        ProviderPrograms programs = programs();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        Callable<Path> ask = () -> programs.program(fixture.release(ARCHIVE), fixture.search(Map.of()));

        List<Future<Path>> answers =
                pool.invokeAll(Stream.generate(() -> ask).limit(8).toList());

        for (Future<Path> answer : answers) {
            assertThat(answer.get()).isExecutable();
        }
        assertThat(tool.calls()).hasSize(1);
        pool.shutdown();
    }

    @Test
    void failureIsRememberedButTheOwnPackageOfAnotherStackIsSeen() throws Exception {
        ScriptedTool tool = fixture.tool("terraform", "exit 1");
        ProviderPrograms programs = programs();
        ProviderRelease release = fixture.release(fixture.contents());
        ProviderSearch other = new ProviderSearch(
                IacTool.TERRAFORM,
                fixture.root().resolve("other"),
                fixture.search(Map.of()).environment());

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs.program(release, fixture.search(Map.of())));
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs.program(release, fixture.search(Map.of())))
                .withMessageEndingWith("an init for it failed: it said nothing");
        Path own = fixture.unpackedIn(other.stackDirectory().resolve(".terraform/providers"));

        assertThat(programs.program(release, other)).isEqualTo(own.resolve(PackageFixture.PROGRAM));
        assertThat(programs.program(release, fixture.search(Map.of()))).isEqualTo(own.resolve(PackageFixture.PROGRAM));
        assertThat(tool.calls()).hasSize(1);
    }

    @Test
    void whoIsInterruptedSpoilsNothingForOthers() throws Exception {
        Path gate = fixture.root().resolve("gate");
        ScriptedTool tool = fixture.tool(
                "terraform",
                "test -e '" + gate + "' || sleep 600\n" + ScriptedTool.downloading(fixture.genuine(), fixture.place()));
        ProviderPrograms programs = programs();
        CompletableFuture<Boolean> staysInterrupted = new CompletableFuture<>();
        Thread first = new Thread(() -> {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> programs.program(fixture.release(ARCHIVE), fixture.search(Map.of())))
                    .withMessageContaining("interrupted");
            staysInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        first.start();
        await().until(() -> !tool.calls().isEmpty());
        first.interrupt();
        assertThat(staysInterrupted.get(30, TimeUnit.SECONDS)).isTrue();
        Files.createFile(gate);

        assertThat(programs.program(fixture.release(ARCHIVE), fixture.search(Map.of())))
                .isExecutable();
        assertThat(tool.calls()).hasSize(2);
    }

    private ScriptedTool downloading(String name) throws Exception {
        return fixture.tool(name, ScriptedTool.downloading(fixture.genuine(), fixture.place()));
    }

    private ProviderPrograms programs() {
        return ProviderPrograms.cachedIn(fixture.cache());
    }
}
