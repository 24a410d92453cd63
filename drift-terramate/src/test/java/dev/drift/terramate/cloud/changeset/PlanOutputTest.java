package dev.drift.terramate.cloud.changeset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.Provisioner;
import dev.drift.terramate.plan.PlanJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanOutputTest {

    private static final String PLAN = """
            {"format_version":"1.2","variables":{"db":{"value":"correct horse"}},
             "configuration":{"root_module":{"variables":{"db":{"sensitive":true}}}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void hidesInTheTextWhatThePlanKeepsSecret() {
        Changeset changeset = changeset("""
                  # aws_db.main will be updated in-place
                      url      = "db://correct horse@host"
                      password = (sensitive value)
                    ~ desired  = 1 -> 2
                """, PLAN);

        assertThat(changeset.ascii().orElseThrow())
                .contains("db://__terramate_redacted__@host")
                .contains("password = (sensitive value)")
                .contains("~ desired  = 1 -> 2")
                .doesNotContain("correct horse");
        assertThat(changeset.document().orElseThrow()).doesNotContain("correct horse");
        assertThat(changeset.toString()).doesNotContain("desired");
    }

    @Test
    void saysInPlaceOfAPlanWhatKeepsItFromBeingSent() {
        Changeset changeset = changeset("~ desired", "{\"no\":\"plan\"}");

        assertThat(changeset.document()).isEmpty();
        assertThat(changeset.ascii())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("[drift] The plan is left out, as its JSON does not say what is secret in it: ")
                        .doesNotContain("desired"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void nothingOfAPlanIsSentWhoseJsonIsGoneBeforeItIsReadAsAWhole(int opening) {
        AtomicInteger openings = new AtomicInteger();
        PlanJson.Source goes = () -> {
            if (openings.incrementAndGet() == opening) {
                throw new IOException("gone");
            }
            return new ByteArrayInputStream(PLAN.getBytes(UTF_8));
        };

        SafePlan plan = output("url = \"db://correct horse@host\"", goes).safe(Set.of());

        assertThat(openings).hasValue(opening);
        assertThat(plan.secrets()).isEmpty();
        assertThat(plan.changeset().orElseThrow().document()).isEmpty();
        assertThat(plan.changeset().orElseThrow().ascii())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("[drift] The plan is left out")
                        .doesNotContain("correct horse", "url"));
    }

    @Test
    void readsTheSerialOfTheStateInAPlanFile() throws Exception {
        Path file = folder.resolve("plan");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("tfstate"));
            zip.write("{\"version\":4,\"outputs\":{\"serial\":{}},\"serial\":41,\"resources\":[]}".getBytes(UTF_8));
        }

        assertThat(serial(file)).hasValue(41);
        assertThat(serial(Files.writeString(folder.resolve("no-zip"), "x"))).isEmpty();
        assertThat(serial(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void isNothingWhereNothingIsAtHand() {
        assertThat(new PlanOutput(Provisioner.TERRAFORM, Optional.empty(), Optional.empty(), Optional.empty())
                        .changeset())
                .isEmpty();
    }

    private static OptionalLong serial(Path file) {
        return new PlanOutput(Provisioner.TERRAFORM, Optional.of("x"), Optional.empty(), Optional.of(file))
                .changeset()
                .orElseThrow()
                .serial();
    }

    private static Changeset changeset(String rendered, String plan) {
        return output(rendered, () -> new ByteArrayInputStream(plan.getBytes(UTF_8)))
                .changeset()
                .orElseThrow();
    }

    private static PlanOutput output(String rendered, PlanJson.Source json) {
        return new PlanOutput(Provisioner.TERRAFORM, Optional.of(rendered), Optional.of(json), Optional.empty());
    }
}
