package dev.drift.terramate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.drift.catalog.CatalogException;
import dev.drift.catalog.StackCatalog;
import dev.drift.code.CodeReader;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.cloud.live.CloudDelivery;
import dev.drift.terramate.code.CodeSettings;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.terramate.probe.PlanSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TerramateCatalogTest {

    @TempDir
    Path root = Path.of("");

    private Sources sources = new Sources(root);

    @BeforeEach
    void startEmpty() throws IOException {
        root = root.toRealPath();
        sources = new Sources(root).asRepository();
    }

    private List<String> problems() {
        return problemsAt(root);
    }

    private static List<String> problemsAt(Path place) {
        CatalogException refused = catchThrowableOfType(
                CatalogException.class, () -> TerramateCatalog.at(place).stacks());
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void listsStacksWithEverythingTheirBlocksSay() {
        sources.with("stacks/web/stack.tm.hcl", """
                stack {
                  id          = "Web-1"
                  name        = "the web"
                  description = "faces the world"
                  tags        = ["environment/prod", "region.eu-central-1", "network"]
                }
                """);

        List<Stack> stacks = TerramateCatalog.at(root).stacks();

        assertThat(stacks).hasSize(1);
        Stack web = stacks.get(0);
        assertThat(web.path()).isEqualTo(StackPath.of("/stacks/web"));
        assertThat(web.id()).hasToString("Optional[Web-1]");
        assertThat(web.name()).isEqualTo("the web");
        assertThat(web.description()).isEqualTo("faces the world");
        assertThat(web.tagged("environment")).contains("prod");
        assertThat(web.tagged("region")).contains("eu-central-1");
        assertThat(web.directory()).isEqualTo(root.resolve("stacks/web"));
        assertThat(Selector.parse("Environment:prod,network").picks(web)).isTrue();
    }

    @Test
    void dividesTagsAtTheSeparatorsItIsTold() {
        sources.with("a/stack.tm", "stack {\n tags = [\"environment_prod\", \"a/b\"]\n}");
        TerramateSettings settings = TerramateSettings.standard().withTagSeparators("_");

        assertThat(TerramateCatalog.at(root, settings).stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.tagged("environment")).contains("prod"))
                .satisfies(stack -> assertThat(stack.tagged("a")).isEmpty());
    }

    @Test
    void tellsAllProblemsAtOnceEachWithItsPlace() {
        sources.with("a/stack.tm", "stack {\n  tags = [\"Bad\", \"also bad\"]\n  owner = 1\n}\n")
                .with("b/stack.tm", "stack {\n  tags = [\n")
                .with("c/stack.tm", "stack {}\nstack {}\n")
                .with("d/x.tm", "resource \"a\" \"b\" {}\n")
                .with("e/stack.tm", "stack {\n  id = \"x\"\n}\n")
                .with("f/stack.tm", "stack {\n  id = \"X\"\n}\n")
                .with("g/x.tm.yml", "apiVersion: x\n");

        assertThat(problems())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .startsWith("a/stack.tm:2:10: ")
                                .contains("\"Bad\""),
                        problem -> assertThat(problem)
                                .startsWith("a/stack.tm:2:10: ")
                                .contains("\"also bad\""),
                        problem -> assertThat(problem)
                                .startsWith("a/stack.tm:3:3: ")
                                .contains("\"owner\""),
                        problem -> assertThat(problem).startsWith("b/stack.tm:"),
                        problem -> assertThat(problem)
                                .startsWith("c/stack.tm:2:1: ")
                                .contains("second time"),
                        problem ->
                                assertThat(problem).startsWith("d/x.tm:1:1: ").contains("\"resource\""),
                        problem -> assertThat(problem)
                                .startsWith("f/stack.tm:1:1: ")
                                .contains("/e", "/f"),
                        problem ->
                                assertThat(problem).startsWith("g/x.tm.yml: ").contains("not understood"));
    }

    @Test
    void namesTheStackAndTheExpressionThatCannotBeKnown() {
        sources.with("a/stack.tm", "stack {\n  tags = [global.environment]\n}\n");

        assertThat(problems()).singleElement().asString().contains("a/stack.tm:2:", "/a", "global.environment");
    }

    @Test
    void aDirectoryThatCannotBeReadIsAProblemAndNoHole() throws IOException {
        sources.with("a/stack.tm", "stack {}").with("locked/stack.tm", "stack {}");
        Path locked = sources.at("locked");
        Files.setPosixFilePermissions(locked, Set.of());
        try {
            assumeThat(Files.isReadable(locked))
                    .as("root can read every directory")
                    .isFalse();
            assertThat(problems()).singleElement().asString().contains("locked", "permission denied");
        } finally {
            Files.setPosixFilePermissions(locked, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aPlaceThatIsNoRepositoryIsOneClearProblem() throws IOException {
        Files.delete(sources.at(".git/HEAD"));

        assertThat(problems()).singleElement().asString().contains("no git repository");
    }

    @Test
    void aPlaceThatDoesNotExistIsOneClearProblem() {
        assertThat(problemsAt(root.resolve("nowhere")))
                .singleElement()
                .asString()
                .contains("does not exist");
        sources.with("file", "");
        assertThat(problemsAt(root.resolve("file"))).singleElement().asString().contains("no directory");
    }

    @Test
    void namesTheCycle() {
        sources.with("a/stack.tm", "stack {\n  after = [\"/c\"]\n}")
                .with("b/stack.tm", "stack {\n  after = [\"/a\"]\n}")
                .with("c/stack.tm", "stack {\n  after = [\"/b\"]\n}")
                .with("d/stack.tm", "stack {\n  after = [\"/a\"]\n}");
        TerramateCatalog catalog = TerramateCatalog.at(root);

        assertThatThrownBy(() -> catalog.inRunOrder(catalog.stacks()))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("a/stack.tm:1:1: ")
                .hasMessageContaining("/a -> /b -> /c -> /a");
    }

    @Test
    void ordersNoStackOfAnotherProject() {
        sources.with("a/stack.tm", "stack {}");
        Stack stranger =
                new Stack(StackPath.of("/x"), java.util.Optional.empty(), "x", "", List.of(), root.resolve("x"));

        assertThatThrownBy(() -> TerramateCatalog.at(root).inRunOrder(List.of(stranger)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("/x");
    }

    @Test
    void theSameBrokenImportIsToldOnceForEachPlaceThatImportsIt() {
        sources.with("shared/x.conf", "foo {}\n")
                .with("a/stack.tm", "stack {}\nimport {\n source = \"/shared/x.conf\"\n}")
                .with("b/stack.tm", "stack {}\nimport {\n source = \"/shared/x.conf\"\n}");

        assertThat(problems()).containsExactly("shared/x.conf:1:1: Unknown block \"foo\"");
    }

    @Test
    void readsAgainAfterAFailure() {
        sources.with("a/stack.tm", "stack {");
        TerramateCatalog catalog = TerramateCatalog.at(root);
        assertThatThrownBy(catalog::stacks).isInstanceOf(CatalogException.class);
        sources.with("a/stack.tm", "stack {}");

        assertThat(catalog.stacks()).hasSize(1);
    }

    @Test
    @Timeout(20)
    void tenMegabytesOfNestedBracketsAreOneProblem() {
        sources.with("a/stack.tm", "stack {\n tags = " + "[".repeat(10_000_000) + "\n}");

        assertThat(problems()).singleElement().asString().startsWith("a/stack.tm:");
    }

    @Test
    @Timeout(20)
    void aPipeIsNotReadForEver() throws Exception {
        sources.with("a/stack.tm", "stack {}");
        Process made = new ProcessBuilder("mkfifo", sources.at("a/x.tm").toString()).start();
        assertThat(made.waitFor()).isZero();

        assertThat(problems()).containsExactly("a/x.tm: The file cannot be read: it is no regular file");
    }

    @Test
    void settingsAreHeldAgainstWhatIsPossible() {
        assertThatThrownBy(() -> TerramateSettings.standard().withTagSeparators(":"))
                .isInstanceOf(InvalidConfigException.class);
        assertThatThrownBy(() -> TerramateSettings.standard().withTerramateVersion("latest"))
                .isInstanceOf(InvalidConfigException.class);
    }

    @Test
    void theVersionThatAProjectRequiresIsHeldAgainstTheSettings() {
        sources.with("root.tm", "terramate {\n required_version = \">= 0.18\"\n}");

        assertThat(problems()).singleElement().asString().contains("root.tm:2:21", ">= 0.18", "0.17.2");
        assertThat(TerramateCatalog.at(root, TerramateSettings.standard().withTerramateVersion("0.18.0"))
                        .stacks())
                .isEmpty();
    }

    @Test
    void theModuleHandsOutTheSameAsTheFactories() {
        sources.with("a/stack.tm", "stack {}").with("a/main.tf", "resource \"x\" \"y\" {}");
        Injector injector = Guice.createInjector(new TerramateModule(
                root,
                TerramateSettings.standard(),
                CodeSettings.standard(),
                PlanSettings.standard(),
                CloudDelivery.off()));

        assertThat(injector.getInstance(StackCatalog.class).stacks())
                .isEqualTo(TerramateCatalog.at(root).stacks());
        assertThat(injector.getInstance(CodeReader.class).read(root.resolve("a")))
                .isEqualTo(TerraformCode.standard().read(root.resolve("a")));
    }

    @Test
    void aThousandStacksThatAllDependOnOneGroupAreOrderedInSeconds() {
        for (int stack = 0; stack < 1_000; stack++) {
            sources.with("all/s" + stack + "/stack.tm", "stack {\n after = [\"/base\"]\n}");
            sources.with("base/s" + stack % 100 + "/stack.tm", "stack {}");
        }
        TerramateCatalog catalog = TerramateCatalog.at(root);
        List<Stack> stacks = catalog.stacks();

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(catalog.inRunOrder(stacks)).hasSize(1_100));
    }
}
