package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderProcessTest {

    @TempDir
    private Path folder;

    @Test
    void aDeathIsADeathAlsoOnceItIsClosed() throws Exception {
        ProviderProcess process = started();
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
        await().until(() -> !process.isAlive());

        process.close();

        assertThat(process.diesWithin(Duration.ZERO)).isTrue();
        assertThat(process.ending()).contains("exit code 137");
    }

    @Test
    void toBeClosedIsNoDeath() throws Exception {
        ProviderProcess process = started();

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.diesWithin(Duration.ofSeconds(5))).isFalse();
    }

    @Test
    void whileItRunsItHasNotDied() throws Exception {
        try (ProviderProcess process = started()) {
            assertThat(process.diesWithin(Duration.ofMillis(100))).isFalse();
            assertThat(process.isAlive()).isTrue();
        }
    }

    private ProviderProcess started() throws Exception {
        ProviderProcess process = ProviderProcess.start(
                ScriptedProvider.write(folder, "terraform-provider-scripted"), Map.copyOf(System.getenv()));
        process.handshake(Duration.ofMinutes(1));
        return process;
    }
}
