package dev.drift.aws.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.shared.PlanMemory;
import dev.drift.observation.CodeSide;
import dev.drift.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecollectionTest {

    private static final Map<String, Value> FRANKFURT = Map.of("region", Value.of("eu-central-1"));

    @TempDir
    private static Path first;

    private static LiveScene earlier;

    @TempDir
    private Path folder;

    private LiveScene scene;

    @BeforeAll
    static void planOnce() throws Exception {
        earlier = new LiveScene(first);
        assertThat(earlier.look()).isEqualTo(LiveScene.still(2));
        earlier.close();
    }

    @BeforeEach
    void setUp() throws Exception {
        scene = LiveScene.after(earlier, folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void memoryThatWasTouchedIsNotBelieved() throws Exception {
        scene.configuring(FRANKFURT);
        Path file = scene.remembered().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);

        Files.write(scene.key(), new byte[32]);
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);

        for (Path each : scene.remembered()) {
            Files.write(each, new byte[3]);
        }
        assertThat(scene.look().codeSide()).isInstanceOf(CodeSide.Seen.class);
    }

    @Test
    void memoryIsPrivateAndHoldsNoValue() throws Exception {
        scene.configuring(FRANKFURT);
        scene.with("TF_VAR_password", "correct horse");
        scene.look();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(scene.shared().cache().resolve("plans"))))
                .isEqualTo("rwx------");
        assertThat(scene.remembered()).hasSize(1).allSatisfy(file -> {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain("correct horse")
                    .doesNotContain("eu-central-1");
        });
        assertThat(scene.key().startsWith(scene.shared().cache())).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.key())))
                .isEqualTo("rw-------");
    }

    @Test
    void severalConfigurationsOfAProviderAreNotRemembered() throws Exception {
        scene.state(2, LiveScene.instance("one") + "," + LiveScene.instance("two"));
        scene.configuring(FRANKFURT);
        scene.configuring(Map.of("region", Value.of("eu-west-1")));

        scene.look();

        assertThat(scene.remembered()).isEmpty();
    }

    @Test
    void configurationWithASecretIsNotRemembered() throws Exception {
        scene.state(2, LiveScene.instance("one") + "," + LiveScene.instance("two"));
        scene.configuring(Map.of("region", Value.of("eu-central-1"), "secret_key", Value.of("hunter2")));

        scene.look();

        assertThat(scene.remembered()).isEmpty();
    }

    @Test
    void nothingIsKeptWhereEveryLookIsAPlan() {
        assertThat(PlanMemory.NONE.spares()).isFalse();
        assertThat(Stream.of(Duration.ofHours(1), Duration.ofSeconds(1)))
                .allMatch(age -> PlanMemory.NONE.lasting(age).spares());
    }
}
