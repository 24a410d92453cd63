package dev.drift.aws.shared;

import static dev.drift.aws.shared.SharedScene.lease;
import static dev.drift.aws.shared.SharedScene.schemaOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.CodeReader;
import dev.drift.code.IacTool;
import dev.drift.code.IgnoreChanges;
import dev.drift.code.StackCode;
import dev.drift.observation.EnvironmentLease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemasTest {

    private static final byte[] WHOLE = schemaOf("aws_sqs_queue", "aws_vpc");

    @TempDir
    private Path folder;

    private SharedScene scene;

    @BeforeEach
    void setUp() throws Exception {
        scene = new SharedScene(folder);
    }

    @Test
    void schemaIsAskedForOncePerVersion() throws Exception {
        assertThat(served(directory -> scene.code())).isEqualTo(schemaOf("aws_sqs_queue"));
        assertThat(served(directory -> scene.code())).isEqualTo(schemaOf("aws_sqs_queue"));

        assertThat(scene.journal()).containsOnlyOnce("GetSchema");
    }

    @Test
    void whatIsKeptIsForItsOwnerOnly() throws Exception {
        served(directory -> scene.code());

        for (Path file : kept()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void fileThatIsNotWholeIsAskedForAgain() throws Exception {
        served(directory -> scene.code());
        for (Path file : kept()) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));
        }

        assertThat(served(directory -> scene.code())).isEqualTo(schemaOf("aws_sqs_queue"));
        assertThat(scene.journal()).filteredOn("GetSchema"::equals).hasSize(2);
    }

    @Test
    void typesOfTheStateAreServedToo() throws Exception {
        scene.asking((stack, code, environment) -> Optional.of(Set.of("aws_vpc")));

        assertThat(served(directory -> scene.code())).isEqualTo(WHOLE);
    }

    @Test
    void stackWhoseStateIsNotKnownGetsEverything() throws Exception {
        scene.asking(StateTypes.UNKNOWN);

        assertThat(served(directory -> scene.code())).isEqualTo(WHOLE);
    }

    @Test
    void stackWhoseModulesAreNotSeenGetsEverything() throws Exception {
        IgnoreChanges unseen = new IgnoreChanges(Map.of(), Set.of("module.web"));
        StackCode seen = scene.code();
        StackCode code =
                SharedScene.code(IacTool.TERRAFORM, seen.providers().get(0).lock(), unseen);

        assertThat(served(directory -> code)).isEqualTo(WHOLE);
    }

    @Test
    void whatASchemaSaysToTheJudgeIsKeptBesideIt() throws Exception {
        served(directory -> scene.code());

        assertThat(scene.cache().resolve("schemas/registry.terraform.io_hashicorp_aws_5.100.0.facts"))
                .hasContent("aws_sqs_queue\naws_vpc\n");
    }

    @Test
    void cacheThatCannotBeWrittenCostsTimeOnly() throws Exception {
        Files.writeString(scene.cache(), "no folder");

        assertThat(served(directory -> scene.code())).isEqualTo(schemaOf("aws_sqs_queue"));
    }

    private byte[] served(CodeReader code) {
        try (SharedProviders source = scene.source(code);
                EnvironmentLease lease = lease(source, scene.stack());
                Tool tool = Tool.with(lease)) {
            return tool.call("GetSchema");
        }
    }

    private java.util.List<Path> kept() throws Exception {
        try (Stream<Path> files = Files.list(scene.cache().resolve("schemas"))) {
            return files.toList();
        }
    }
}
