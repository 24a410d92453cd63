package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No provider outlives the JVM that started it. */
class OrphanTest {

    @TempDir
    private Path folder;

    @Test
    void aKilledOwnerLeavesNoProcessAndNoSocket() throws Exception {
        Process owner = owner("hold");
        long provider = Long.parseLong(ProviderOwner.saidBy(owner));
        long grandchild = Long.parseLong(Files.readString(folder.resolve("grandchild")));
        Path sockets = ProviderStart.socketFolder(folder.resolve("environment"));
        assertThat(isRunning(provider)).isTrue();
        assertThat(isRunning(grandchild)).isTrue();
        assertThat(sockets).exists();

        owner.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(30)).until(() -> !isRunning(provider) && !isRunning(grandchild));
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.notExists(sockets));
    }

    @Test
    void anOwnerThatExitsWithoutClosingLeavesNoneEither() throws Exception {
        Process owner = owner("leave");
        long provider = Long.parseLong(ProviderOwner.saidBy(owner));

        owner.waitFor();

        await().atMost(Duration.ofSeconds(30)).until(() -> !isRunning(provider));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.notExists(ProviderStart.socketFolder(folder.resolve("environment"))));
    }

    private Process owner(String then) throws Exception {
        Path program = ScriptedProvider.write(folder, "terraform-provider-scripted");
        return ProviderOwner.start(
                Map.of(
                        ScriptedProvider.ENVIRONMENT, "" + folder.resolve("environment"),
                        ScriptedProvider.GRANDCHILD, "" + folder.resolve("grandchild")),
                "provider",
                program.toString(),
                then);
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(Liveness::isRunning).isPresent();
    }
}
