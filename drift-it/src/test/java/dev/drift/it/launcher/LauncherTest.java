package dev.drift.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.launcher.Checkout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final Map<String, String> THIS_JAVA = Map.of("JAVA_HOME", System.getProperty("java.home"));

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void checkOutBelowAFolderWithASpace() throws IOException {
        checkout = new Checkout(Path.of("..", "drift"), folder.resolve("a checkout"));
    }

    @Test
    void handsOnArgumentsAndExitCode() throws Exception {
        checkout.install(EchoMain.class);

        Run run = run(THIS_JAVA, checkout.launcher().toString(), "detect", "--root", "my stacks", "", "*");

        assertThat(run).isEqualTo(new Run(3, "[detect]\n[--root]\n[my stacks]\n[]\n[*]\n", ""));
    }

    @Test
    void isFoundThroughAChainOfLinks() throws Exception {
        checkout.install(EchoMain.class);
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), checkout.launcher());
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), folder.relativize(absolute));

        Run run = run(THIS_JAVA, relative.toString(), "--version");

        assertThat(run).isEqualTo(new Run(3, "[--version]\n", ""));
    }

    @Test
    void runsWithoutAWordBesideAnArchiveItCannotUse() throws Exception {
        checkout.install(EchoMain.class);
        Files.writeString(checkout.jar().resolveSibling("drift.jsa"), "made by some other JVM");

        assertThat(run(THIS_JAVA, checkout.launcher().toString())).isEqualTo(new Run(3, "", ""));
    }

    @Test
    void buildsOnFirstUseAndOnlyThen() throws Exception {
        Path prepared = folder.resolve("prepared.jar");
        Checkout.writeJar(prepared, EchoMain.class);
        Path tools = script(
                "mvn",
                "echo \"maven $* in $PWD\"; mkdir -p drift-cli/target; cp '" + prepared
                        + "' drift-cli/target/drift.jar");

        Run first = run(with(tools), checkout.launcher().toString(), "list");
        Run second = run(with(tools), checkout.launcher().toString(), "list");

        assertThat(first.output()).isEqualTo("[list]\n");
        assertThat(first.errors())
                .contains("drift: building on first use")
                .contains("maven -q -B -DskipTests package in ")
                .contains("a checkout");
        assertThat(second).isEqualTo(new Run(3, "[list]\n", ""));
    }

    @Test
    void saysSoWhenTheBuildFails() throws Exception {
        Path tools = script("mvn", "echo broken; exit 1");

        Run run = run(with(tools), checkout.launcher().toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("broken").contains("drift: The build failed");
    }

    @Test
    void refusesAnOldJavaByName() throws Exception {
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        executable(old.resolve("bin/java"), "exit 9");

        Run run = run(Map.of("JAVA_HOME", old.toString()), checkout.launcher().toString());

        assertThat(run)
                .isEqualTo(new Run(1, "", "drift: Java 17 or newer is needed, but " + old + "/bin/java is Java 11\n"));
    }

    @Test
    void saysWhichSettingIsWrong() throws Exception {
        Run run =
                run(Map.of("JAVA_HOME", folder.toString()), checkout.launcher().toString());

        assertThat(run).isEqualTo(new Run(1, "", "drift: JAVA_HOME holds no bin/java: " + folder + "\n"));
    }

    private Run run(Map<String, String> variables, String... command) throws Exception {
        return checkout.run(folder, variables, List.of(command));
    }

    private static Map<String, String> with(Path tools) {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", tools + ":" + System.getenv("PATH"));
    }

    private Path script(String name, String body) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        executable(tools.resolve(name), body);
        return tools;
    }

    private static void executable(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
