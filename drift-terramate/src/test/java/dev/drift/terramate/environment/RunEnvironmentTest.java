package dev.drift.terramate.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunEnvironmentTest {

    @TempDir
    private Path root;

    private Path directory;

    @BeforeEach
    void layOut() throws IOException {
        directory = Files.createDirectories(root.resolve("stacks/net"));
    }

    @Test
    void aProjectThatAsksForNothingAddsNothing() throws Exception {
        write("globals.tm", "globals {\n broken = nope()\n}\n");

        assertThat(environment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"plain\"|plain",
                "env.HOME_OF_TEST|/home/x",
                "terramate.stack.name|net",
                "terramate.stack.id|stack-id",
                "terramate.stack.path.absolute|/stacks/net",
                "terramate.stack.path.to_root|../..",
                "terramate.stack.tags[0]|environment/prod",
                "tm_upper(\"${terramate.name}-${global.region}\")|NET-EU-WEST-1",
                "global.names.first|one",
                "global.names[\"first\"]|one",
                "global.derived|eu-west-1/one",
                "tm_try(global.missing, \"else\")|else",
                "global.overridden|near",
            })
    void expressionsMeanWhatTheyMeanToTerramate(String expression, String value) throws Exception {
        write("globals.tm", """
            globals {
              region = "eu-west-1"
              derived = "${global.region}/${global.names.first}"
              overridden = "far"
              unused = tm_timestamp()
            }
            globals "names" {
              first = "one"
            }
            """);
        write("stacks/net/globals.tm", "globals {\n overridden = \"near\"\n}\n");
        write("config.tm", runEnv("VALUE = " + expression));

        assertThat(environment()).containsExactlyEntriesOf(Map.of("VALUE", value));
    }

    @Test
    void theRootOfTheProjectIsKnown() throws Exception {
        write("config.tm", runEnv("TF_PLUGIN_CACHE_DIR = \"${terramate.root.path.fs.absolute}/.cache\""));

        assertThat(environment()).containsEntry("TF_PLUGIN_CACHE_DIR", root + "/.cache");
    }

    @Test
    void theNearestDirectoryWinsAndMayTakeAway() throws Exception {
        write("config.tm", runEnv("A = \"far\"\nB = \"far\"\nC = \"far\"\nD = null"));
        write("stacks/config.tm", runEnv("A = \"middle\""));
        write("stacks/net/config.tm", runEnv("A = \"near\"\nC = unset"));

        assertThat(environment()).containsExactlyInAnyOrderEntriesOf(Map.of("A", "near", "B", "far"));
    }

    @Test
    void importedBlocksCount() throws Exception {
        write("shared/env.tm", runEnv("A = global.a"));
        write("shared/globals.tm", "globals {\n a = \"imported\"\n}\n");
        write("stacks/net/imports.tm", "import {\n source = \"/shared/*.tm\"\n}\n");

        assertThat(environment()).containsEntry("A", "imported");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5|must be a string, not number",
                "tm_timestamp()|tm_timestamp",
                "global.missing|global.missing",
                "global.loop|refers to itself",
                "global.mapped.x|map block",
                "global.base.added|extends an object that is set elsewhere",
                "terramate.stacks.list[0]|terramate.stacks.list[0]",
            })
    void whatCannotBeKnownIsNamedWithItsPlace(String expression, String named) throws Exception {
        write("globals.tm", """
            globals {
              loop = global.loop
              base = { a = 1 }
              map "mapped" {
                for_each = []
                key = element.new
                value = 1
              }
            }
            globals "base" {
              added = "x"
            }
            """);
        write("stacks/net/config.tm", runEnv("A = " + expression));

        assertThatThrownBy(this::environment)
                .isInstanceOfSatisfying(
                        ProbeException.class,
                        failure -> assertThat(failure.phase()).isEqualTo(ProbePhase.INIT))
                .hasMessageStartingWith("the stack's run.env is not known: ")
                .hasMessageMatching("(?s).*\\.tm:\\d+:\\d+.*")
                .hasMessageContaining(named);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws Exception {
        write("stacks/net/config.tm", "terramate {\n config {");

        assertThatThrownBy(this::environment).hasMessageContaining("config.tm:");
    }

    private Map<String, String> environment() throws ProbeException {
        Stack stack = new Stack(
                StackPath.of("/stacks/net"),
                Optional.of(StackId.of("stack-id")),
                "net",
                "",
                List.of(Tag.of("environment/prod", Tag.SEPARATORS)),
                directory);
        return new RunEnvironment().of(stack, new UserEnvironment(Map.of("HOME_OF_TEST", "/home/x")));
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, content);
    }

    private static String runEnv(String attributes) {
        return "terramate {\n config {\n run {\n env {\n" + attributes + "\n}\n}\n}\n}\n";
    }
}
