package dev.drift.aws.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final byte[] CONTENT = "hunter2".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    @Test
    void isTheSameForTheSameUserOnTheSameMachine() throws Exception {
        Seal made = Seal.of(Map.of("HOME", home.toString()));
        Seal again = Seal.of(Map.of("HOME", home.toString()));

        assertThat(again.word("hunter2")).isEqualTo(made.word("hunter2"));
        assertThat(again.opened("web", made.closed("web", CONTENT))).contains(CONTENT);
        Path key = home.resolve(".local/state/drift/plans.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void isAnotherForOthers() throws Exception {
        Seal one = Seal.of(Map.of("HOME", home.toString()));
        Seal other = Seal.of(Map.of(
                "HOME", home.toString(), "XDG_STATE_HOME", home.resolve("state").toString()));

        assertThat(other.word("hunter2")).isNotEqualTo(one.word("hunter2"));
        assertThat(opens(other, "web", one.closed("web", CONTENT))).isFalse();
        assertThat(home.resolve("state/drift/plans.key")).isRegularFile();
    }

    @Test
    void opensNothingUnderAnotherNameNorOtherBytes() {
        Seal seal = Seal.of(Map.of("HOME", home.toString()));
        byte[] closed = seal.closed("web", CONTENT);

        assertThat(opens(seal, "dns", closed)).isFalse();
        assertThat(opens(seal, "web", new byte[0])).isFalse();
        for (int at = 0; at < closed.length; at++) {
            byte[] touched = closed.clone();
            touched[at] ^= 1;
            assertThat(opens(seal, "web", touched)).as("byte " + at).isFalse();
        }
        assertThat(seal.closed("web", CONTENT)).isNotEqualTo(closed);
    }

    @Test
    void keyCanBeNamed() {
        Map<String, String> named = Map.of(Seal.VARIABLE, "correct horse battery staple");

        assertThat(opens(Seal.of(named), "web", Seal.of(named).closed("web", CONTENT)))
                .isTrue();
        assertThat(home).isEmptyDirectory();
        assertThat(opens(
                        Seal.of(Map.of(Seal.VARIABLE, "another horse battery staple")),
                        "web",
                        Seal.of(named).closed("web", CONTENT)))
                .isFalse();
    }

    @Test
    void keyThatIsTooShortIsNone() {
        Map<String, String> named = Map.of(Seal.VARIABLE, "short");

        assertThat(opens(Seal.of(named), "web", Seal.of(named).closed("web", CONTENT)))
                .isFalse();
    }

    private static boolean opens(Seal seal, String name, byte[] closed) {
        return seal.opened(name, closed).isPresent();
    }
}
