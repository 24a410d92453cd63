package dev.drift.it.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drift.github.fake.FakeGitHub;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.report.Verdict;
import dev.drift.value.Value;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated drift workflow, executed step by step: a region that is in sync beside one whose code is broken. */
class DriftJobTest {

    private static final String STACK =
            "stack {\n  name = \"web\"\n  tags = [\"environment/prod\", \"region/%s\"]\n}\n";

    @TempDir
    Path folder;

    private Path estate = Path.of("");
    private GeneratedWorkflows workflows = new GeneratedWorkflows(List.of());

    @BeforeEach
    void prepare() throws Exception {
        estate = Files.createDirectories(folder.resolve("estate"));
        Files.writeString(estate.resolve("terramate.tm.hcl"), "terramate {\n  required_version = \"~> 0.17\"\n}\n");
        Path sound = stack("eu-central-1", "resource \"terraform_data\" \"a\" {\n  input = \"x\"\n}\n");
        stack("eu-west-1", "resource \"terraform_data\" {\n");
        Command.of(RealTools.terraform(), "init", "-input=false").in(sound).output();
        Command.of(RealTools.terraform(), "apply", "-input=false", "-auto-approve")
                .in(sound)
                .output();
        Path jar = jar(folder.resolve("published.jar"));
        fakeCurl(jar);
        workflows = GeneratedWorkflows.of(Files.writeString(estate.resolve("drift.yaml"), """
            version: 1
            environments:
              prod: { regions: [eu-central-1, eu-west-1] }
            workflows:
              drift: { url: "https://downloads.example.com/drift.jar", sha256: "%s" }
              terraform: 1.11.4
            """.formatted(sha256(jar))));
    }

    @Test
    void eachRegionHandsOverItsReportAndTheLastJobTellsGitHub() throws Exception {
        Runner sound = runner("sound", Map.of());
        Runner broken = runner("broken", Map.of());

        assertThat(sound.succeeds(detect(), region("eu-central-1")))
                .as(sound.said())
                .isTrue();
        assertThat(broken.succeeds(detect(), region("eu-west-1"))).isFalse();

        assertThat(report("prod.eu-central-1").verdict()).as(sound.said()).isEqualTo(Verdict.IN_SYNC);
        assertThat(report("prod.eu-west-1").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(broken.did()).endsWith("Detect drift", "Hand over the report");
        assertThat(broken.summary()).contains("eu-west-1");
        try (FakeGitHub github = FakeGitHub.start()) {
            Runner last = runner("last", Map.of("GITHUB_API_URL", github.address()));

            assertThat(last.succeeds(workflows.job("drift-detection-prod.yaml", "report"), token()))
                    .as(last.said())
                    .isTrue();

            assertThat(github.checks())
                    .extracting(check -> check.get("name"))
                    .containsExactlyInAnyOrder(
                            Value.of("drift / prod / eu-central-1"), Value.of("drift / prod / eu-west-1"));
        }
    }

    @Test
    void aRegionThatDiedDoesNotGoUnseen() throws Exception {
        runner("sound", Map.of()).succeeds(detect(), region("eu-central-1"));
        try (FakeGitHub github = FakeGitHub.start()) {
            Runner last = runner("last", Map.of("GITHUB_API_URL", github.address()));

            assertThat(last.succeeds(workflows.job("drift-detection-prod.yaml", "report"), token()))
                    .isFalse();

            assertThat(last.said()).contains("1 of 2 reports are missing");
            assertThat(github.checks()).hasSize(1);
        }
    }

    @Test
    void aDriftThatIsNotTheRightOneIsNotUsed() throws Exception {
        Files.writeString(folder.resolve("published.jar"), "something else");
        Runner runner = runner("wrong", Map.of());

        assertThat(runner.succeeds(detect(), region("eu-central-1"))).isFalse();

        assertThat(runner.did()).contains("Install Drift").doesNotContain("Detect drift");
        assertThat(runner.said()).contains("did NOT match");
    }

    private JsonNode detect() throws IOException {
        return workflows.job("drift-detection-prod.yaml", "detect");
    }

    private static Map<String, String> region(String region) {
        return Map.of("matrix.region", region);
    }

    private static Map<String, String> token() {
        return Map.of("github.token", FakeGitHub.TOKEN);
    }

    private DriftReport report(String name) throws IOException {
        return ReportJson.read(
                name, Files.readString(folder.resolve("artifacts").resolve(name + ".json")));
    }

    private Runner runner(String name, Map<String, String> more) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        Map<String, String> given = new HashMap<>(more);
        given.put(
                "PATH", String.join(File.pathSeparator, folder.resolve("bin").toString(), java, System.getenv("PATH")));
        given.put("HOME", folder.toString());
        return new Runner(estate, folder.resolve(name), folder.resolve("artifacts"), given);
    }

    private Path stack(String region, String code) throws IOException {
        Path stack = Files.createDirectories(estate.resolve("stacks/prod").resolve(region));
        Files.writeString(stack.resolve("stack.tm.hcl"), STACK.formatted(region));
        Files.writeString(stack.resolve("main.tf"), code);
        return stack;
    }

    /** Downloads the one file there is. */
    private void fakeCurl(Path jar) throws IOException {
        Path curl = Files.createDirectories(folder.resolve("bin")).resolve("curl");
        Files.writeString(curl, """
            #!/bin/bash
            while [ "$1" != --output ]; do shift; done
            [ "$3" = https://downloads.example.com/drift.jar ] && cp '%s' "$2"
            """.formatted(jar));
        assertThat(curl.toFile().setExecutable(true)).isTrue();
    }

    /** A jar that is the Drift of this build. */
    private static Path jar(Path place) throws IOException {
        Attributes main = new Attributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "dev.drift.cli.Main");
        main.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putAll(main);
        try (OutputStream out = Files.newOutputStream(place);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.flush();
        }
        return place;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
