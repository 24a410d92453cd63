package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where programs are looked for, and which are taken. No tool is at hand here, so nothing can be installed. */
class ProviderProgramsTest {

    private static final String WRONG = "h1:" + "A".repeat(43) + "=";

    @TempDir
    private Path root;

    private PackageFixture fixture;

    @BeforeEach
    void makeFixture() throws Exception {
        fixture = new PackageFixture(root.toRealPath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stack/.terraform/providers",
                "stack/terraform.d/plugins",
                "home/.terraform.d/plugins",
                "home/.local/share/terraform/plugins",
                "home/.local/share/opentofu/plugins",
                "usr/share/terraform/plugins"
            })
    void looksWhereToolsLookUnasked(String layout) throws Exception {
        Path unpacked = fixture.unpackedIn(fixture.root().resolve(layout));

        assertThat(program(Map.of())).isEqualTo(unpacked.resolve(PackageFixture.PROGRAM));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void looksWhereItsSettingsSay(String file, String text, Map<String, String> variables) throws Exception {
        Path unpacked = fixture.unpackedIn(fixture.root().resolve("elsewhere"));
        Files.writeString(
                fixture.home().resolve(file),
                text.replace("ROOT", fixture.root().toString()));

        assertThat(program(variables)).isEqualTo(unpacked.resolve(PackageFixture.PROGRAM));
    }

    static Stream<Object[]> settings() {
        String mirror = "provider_installation { filesystem_mirror { path = \"ROOT/elsewhere\" } direct {} }";
        return Stream.of(
                new Object[] {".terraformrc", mirror, Map.of()},
                new Object[] {".tofurc", mirror, Map.of()},
                new Object[] {"other.tfrc", mirror, Map.of("TF_CLI_CONFIG_FILE", "../home/other.tfrc")},
                new Object[] {".terraformrc", "plugin_cache_dir = \"$HOME/../elsewhere\"", Map.of()},
                new Object[] {"unread", "", Map.of("TF_PLUGIN_CACHE_DIR", "../elsewhere")});
    }

    @Test
    void looksIntoTheDataFolderOfTheRun() throws Exception {
        Path unpacked = fixture.unpackedIn(fixture.root().resolve("data/providers"));

        assertThat(program(Map.of("TF_DATA_DIR", "../data"))).isEqualTo(unpacked.resolve(PackageFixture.PROGRAM));
    }

    @Test
    void followsTheLinksThatToolsMake() throws Exception {
        Path link = fixture.wanted().folderIn(fixture.stack().resolve(".terraform/providers"));
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, fixture.genuine());

        assertThat(program(Map.of())).isEqualTo(fixture.genuine().resolve(PackageFixture.PROGRAM));
    }

    @Test
    void passesOverAForgeryIfTheGenuinePackageIsThereToo() throws Exception {
        fixture.forgedIn(fixture.stack().resolve(".terraform/providers"));
        Path unpacked = fixture.unpackedIn(fixture.home().resolve(".terraform.d/plugins"));

        assertThat(program(Map.of())).isEqualTo(unpacked.resolve(PackageFixture.PROGRAM));
    }

    @Test
    void refusesWhatTheLockFileDoesNotAccept() throws Exception {
        Path forged = fixture.forgedIn(fixture.stack().resolve(".terraform/providers"));
        fixture.tool("terraform", "echo called without need");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs().program(fixture.release(WRONG), fixture.search(Map.of())))
                .withMessage("registry.terraform.io/hashicorp/aws 5.100.0 is not what was locked: " + forged + " has "
                        + PackageHash.ofFolder(forged) + ", the lock file accepts " + WRONG);
        assertThat(fixture.root().resolve("bin/calls")).doesNotExist();
    }

    @Test
    void aPackedPackageIsTakenByItsOwnHash() throws Exception {
        Path archive = fixture.packedIn(fixture.home().resolve(".terraform.d/plugins"));
        ProviderRelease release = fixture.release(PackageHash.ofArchive(archive));

        Path program = programs().program(release, fixture.search(Map.of()));

        assertThat(program).startsWith(fixture.cache()).isExecutable();
        assertThat(program.getParent().resolve("LICENSE.txt")).hasContent("free\n");
        Files.delete(archive);
        assertThat(programs().program(release, fixture.search(Map.of()))).isEqualTo(program);
    }

    @Test
    void aPackedPackageIsTakenByTheHashOfItsContents() throws Exception {
        Path archive = fixture.packedIn(fixture.home().resolve(".terraform.d/plugins"));

        Path program = program(Map.of());

        assertThat(program).startsWith(fixture.cache()).isExecutable();
        Files.delete(archive);
        assertThat(program(Map.of())).isEqualTo(program);
    }

    @Test
    void aForgedArchiveIsNotUnpacked() throws Exception {
        Path archive = fixture.packedIn(fixture.home().resolve(".terraform.d/plugins"));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs().program(fixture.release(WRONG), fixture.search(Map.of())))
                .withMessageContaining("is not what was locked: " + archive);
        assertThat(fixture.cache().resolve("providers/packages")).doesNotExist();
    }

    @Test
    void aTamperedCacheIsNotTrustedButRepaired() throws Exception {
        fixture.packedIn(fixture.home().resolve(".terraform.d/plugins"));
        Path program = program(Map.of());
        Files.writeString(program, "#!/bin/sh\nsteal\n");

        assertThat(program(Map.of())).isEqualTo(program).hasContent("#!/bin/sh\nexit 0\n");
    }

    @Test
    void aProgramOfTheUsersOwnIsLeftToTheTool() throws Exception {
        fixture.unpackedIn(fixture.stack().resolve(".terraform/providers"));
        Files.writeString(
                fixture.home().resolve(".terraformrc"),
                "provider_installation { dev_overrides { \"hashicorp/aws\" = \"/work\" } direct {} }");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> program(Map.of()))
                .withMessageContaining("dev_overrides");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "aws", "h/n/..", "registry.terraform.io/hashicorp/aws\" }"})
    void textThatNoProviderIsCalledByIsRefused(String source) {
        ProviderRelease release = new ProviderRelease(source, "5.100.0", java.util.Set.of());

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> programs().program(release, fixture.search(Map.of())))
                .withMessage("The lock file names a provider, version or hash that none can have");
    }

    private Path program(Map<String, String> variables) throws Exception {
        return programs().program(fixture.release(fixture.contents(), WRONG), fixture.search(variables));
    }

    private ProviderPrograms programs() {
        return ProviderPrograms.cachedIn(fixture.cache());
    }
}
