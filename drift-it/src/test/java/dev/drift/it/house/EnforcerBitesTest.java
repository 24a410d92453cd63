package dev.drift.it.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The enforcer refuses every banned library and says why.
 *
 * <p>A generated child of the root pom names one of each, as system dependencies: they are judged like any other but never
 * looked up, so that the test needs no repository and leaves nothing in one.
 */
class EnforcerBitesTest {

    private static final List<String> BANNED = List.of(
            "org.mockito:mockito-core:5.24.0",
            "net.jqwik:jqwik:1.9.3",
            "commons-logging:commons-logging:1.3.5",
            "com.squareup.okhttp3:okhttp:4.12.0",
            "software.amazon.awssdk:netty-nio-client:2.40.2",
            "tools.jackson.core:jackson-databind:3.2.4",
            "javax.inject:javax.inject:1",
            "com.bertramlabs.plugins:hcl4j:0.9.8");

    private static final List<String> REASONS = List.of(
            "No mocking library:",
            "No jqwik:",
            "No second logging system:",
            "No OkHttp 4 beside okhttp-jvm 5:",
            "One AWS HTTP client,",
            "No Jackson 3:",
            "Their successors are in use:",
            "No hcl4j:");

    @Test
    void everyBannedLibraryIsRefusedWithItsReason(@TempDir Path folder) throws Exception {
        Path root = House.checkout().root();
        Path module = Files.createDirectories(root.resolve("drift-it/target/enforcer-bites"));
        Files.writeString(module.resolve("pom.xml"), pom(module.relativize(root.resolve("pom.xml")), root));

        String said = maven(module, folder.resolve("log"));

        assertThat(said).contains("BUILD FAILURE");
        assertThat(said).contains(REASONS);
        assertThat(said)
                .contains(BANNED.stream().map(EnforcerBitesTest::shownAs).toList());
    }

    private static String shownAs(String library) {
        String[] parts = library.split(":", 3);
        return parts[0] + ":" + parts[1] + ":jar:" + parts[2] + " <--- banned";
    }

    private static String pom(Path parent, Path root) {
        StringBuilder dependencies = new StringBuilder();
        for (String library : BANNED) {
            String[] parts = library.split(":", 3);
            dependencies.append(String.format(
                    "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
                            + "<scope>system</scope><systemPath>%s</systemPath></dependency>%n",
                    parts[0], parts[1], parts[2], root.resolve("LICENSE")));
        }
        return String.format(
                "<project><modelVersion>4.0.0</modelVersion><parent><groupId>dev.drift</groupId>"
                        + "<artifactId>drift</artifactId><version>%s</version>"
                        + "<relativePath>%s</relativePath></parent><artifactId>enforcer-bites</artifactId>"
                        + "<dependencies>%s</dependencies></project>",
                System.getProperty("drift.version"), parent, dependencies);
    }

    private static String maven(Path module, Path log) throws IOException, InterruptedException {
        Path maven = Path.of(System.getProperty("maven.home", "")).resolve("bin/mvn");
        assumeThat(Files.isExecutable(maven)).as("Maven that runs this test").isTrue();
        Process process = new ProcessBuilder(
                        maven.toString(),
                        "--offline",
                        "--batch-mode",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "validate")
                .directory(module.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
