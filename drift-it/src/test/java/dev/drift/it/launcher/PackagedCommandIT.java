package dev.drift.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.launcher.Checkout.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is built: one jar, its class data archive, the launcher in front. */
class PackagedCommandIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TARGET = ROOT.resolve("drift-cli/target");
    private static final String VERSION = System.getProperty("drift.version");

    @Test
    void jarSaysWhatItIs() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve("drift.jar").toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("dev.drift.cli.Main");
            assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .isEqualTo(VERSION);
            assertThat(manifest.getValue(Attributes.Name.MULTI_RELEASE)).isEqualTo("true");
        }
    }

    @Test
    void jarHoldsNeitherSignaturesNorModulesOfItsParts() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve("drift.jar").toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries).contains("dev/drift/cli/Main.class").doesNotHaveDuplicates();
            assertThat(entries).noneMatch(entry -> entry.endsWith("module-info.class"));
            assertThat(entries).noneMatch(entry -> entry.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"));
        }
    }

    @Test
    void launcherTellsTheVersionAndNothingElse(@TempDir Path folder) throws Exception {
        assertThat(TARGET.resolve("drift.jsa")).isNotEmptyFile();
        Run run = new Checkout(ROOT.resolve("drift"), folder.resolve("unused"))
                .run(
                        folder,
                        Map.of("JAVA_HOME", System.getProperty("java.home")),
                        List.of(ROOT.resolve("drift").toString(), "--version"));

        assertThat(run.exit()).isZero();
        assertThat(run.output()).contains(VERSION).hasLineCount(1);
        assertThat(run.errors()).isEmpty();
    }
}
