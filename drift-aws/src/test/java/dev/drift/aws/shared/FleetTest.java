package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FleetTest {

    private static final Origin ORIGIN =
            new Origin("registry.terraform.io/hashicorp/aws", "5.100.0", Map.of("PATH", "/usr/bin:/bin"));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path folder;

    private Path program;
    private Fleets fleets;

    @BeforeEach
    void setUp() throws Exception {
        program = ScriptedProvider.write(folder, "provider");
        fleets = new Fleets(new Surroundings(
                new Quarantine(), new CheckedConfigurations(folder.resolve("checked")), Retirement.standard(), timer));
    }

    @AfterEach
    void tearDown() {
        fleets.close();
        timer.shutdownNow();
    }

    @Test
    void theProcessStartedAheadIsTheFirstToBeConfigured() throws Exception {
        Fleet fleet = fleets.of(ORIGIN, program);
        Queue<Runnable> tasks = new ArrayDeque<>();
        fleet.startAhead(tasks::add);
        fleet.startAhead(tasks::add);
        assertThat(tasks).hasSize(1);

        tasks.remove().run();

        Worker ahead = fleet.fit();
        assertThat(fleet.unconfigured()).isSameAs(ahead);
        assertThat(fleet.unconfigured()).isNotSameAs(ahead);
    }

    @Test
    void whoNeedsAProcessWaitsForTheOneThatIsStarting() throws Exception {
        Path slow = folder.resolve("slow");
        Files.writeString(slow, "#!/bin/sh\necho begun >>'" + slow + ".begun'\nsleep 2\nexec '" + program + "'\n");
        Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwx------"));
        Fleet fleet = fleets.of(ORIGIN, slow);
        fleet.startAhead(task -> new Thread(task).start());
        await().until(() -> Files.exists(folder.resolve("slow.begun")));

        Worker needed = fleet.unconfigured();

        assertThat(fleet.fit()).isSameAs(needed);
        assertThat(folder.resolve("slow.begun")).hasContent("begun");
    }

    @Test
    void whyNoProcessStartedAheadIsToldToWhoNeedsOne() throws Exception {
        Path broken = folder.resolve("broken");
        Files.writeString(broken, "#!/bin/sh\necho broken\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));
        Fleet fleet = fleets.of(ORIGIN, broken);

        fleet.startAhead(Runnable::run);

        assertThatThrownBy(fleet::unconfigured).isInstanceOf(Unanswered.class);
    }
}
