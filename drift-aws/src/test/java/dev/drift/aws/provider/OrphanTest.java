package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No provider outlives the JVM that started it. */
class OrphanTest {

    @TempDir
    private Path folder;

    @Test
    void aKilledOwnerLeavesNoProcessAndNoSocket() throws Exception {
        Process owner = owner("hold", Map.of(ScriptedProvider.GRANDCHILD, "" + folder.resolve("grandchild")));
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

    /** Nothing on the path means: no program that makes a session. */
    @Test
    void neitherWhereProcessesCannotHaveASessionOfTheirOwn() throws Exception {
        Process owner = owner("hold", Map.of("PATH", folder.toString()));
        long provider = Long.parseLong(ProviderOwner.saidBy(owner));

        owner.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(30)).until(() -> !isRunning(provider));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.notExists(ProviderStart.socketFolder(folder.resolve("environment"))));
    }

    @Test
    void anOwnerThatExitsWithoutClosingLeavesNoneEither() throws Exception {
        Process owner = owner("leave", Map.of());
        long provider = Long.parseLong(ProviderOwner.saidBy(owner));

        owner.waitFor();

        await().atMost(Duration.ofSeconds(30)).until(() -> !isRunning(provider));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.notExists(ProviderStart.socketFolder(folder.resolve("environment"))));
    }

    private Process owner(String then, Map<String, String> more) throws Exception {
        Path program = ScriptedProvider.write(folder, "terraform-provider-scripted");
        Map<String, String> environment = new TreeMap<>(more);
        environment.put(
                ScriptedProvider.ENVIRONMENT, folder.resolve("environment").toString());
        return ProviderOwner.start(environment, "provider", program.toString(), then);
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(Liveness::isRunning).isPresent();
    }
}
