package dev.drift.it.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The real programs, and what the machine must allow. Each method returns an executable and takes minutes where it must be
 * built first; where it cannot be had the calling test is skipped, or fails if {@code CI=true}.
 */
public final class RealTools {

    private static final ToolCache CACHE = ToolCache.ofUser();

    private static final PinnedTool TERRAMATE = new PinnedTool(
            "terramate",
            "0.17.2",
            List.of("--version"),
            new GoModule(
                    "github.com/terramate-io/terramate",
                    "v0.17.2",
                    List.of("cmd/terramate", "cloud/testserver/cmd/testserver"),
                    List.of()));

    private static final PinnedTool TOFU = new PinnedTool(
            "tofu",
            "1.12.6",
            List.of("version"),
            new GoModule(
                    "github.com/opentofu/opentofu",
                    "v1.12.6",
                    List.of("cmd/tofu"),
                    List.of("replace github.com/hashicorp/hcl/v2 v2.20.1 =>"
                            + " github.com/opentofu/hcl/v2 v2.20.2-0.20251021132045-587d123c2828")));

    private static final PinnedTool TERRAGRUNT =
            new PinnedTool("terragrunt", "1.0.0", List.of("--version"), new Terragrunt("v1.0.0"));

    private static final PinnedTool ACTIONLINT = new PinnedTool(
            "actionlint",
            "1.7.12",
            List.of("--version"),
            new GoModule("github.com/rhysd/actionlint", "v1.7.12", List.of("cmd/actionlint"), List.of()));

    private static final PinnedTool ZIZMOR =
            new PinnedTool("zizmor", "1.29.0", List.of("--version"), new PythonPackage("zizmor", "1.29.0"));

    private static final PinnedTool NOTEBOOK = new PinnedTool(
            "notebook",
            "1.0.0",
            List.of(),
            new GoSource("notebook", List.of("go.mod", "go.sum", "main.go", "page.go")));

    private RealTools() {}

    public static Path terramate() {
        return had("terramate", () -> TERRAMATE.provide(CACHE));
    }

    /** The vendor's own server that answers as Terramate Cloud does. It listens everywhere, so it belongs into a network of its own. */
    public static Path terramateCloud() {
        return had(
                "testserver",
                () -> CACHE.provide(TERRAMATE.name(), TERRAMATE.version(), TERRAMATE.recipe())
                        .resolve("testserver"));
    }

    public static Path tofu() {
        return had("tofu", () -> TOFU.provide(CACHE));
    }

    public static Path terragrunt() {
        return had("terragrunt", () -> TERRAGRUNT.provide(CACHE));
    }

    /** Looks for mistakes in workflows. */
    public static Path actionlint() {
        return had("actionlint", () -> ACTIONLINT.provide(CACHE));
    }

    /** Looks for holes in workflows. */
    public static Path zizmor() {
        return had("zizmor", () -> ZIZMOR.provide(CACHE));
    }

    /** The program of a provider of our own that speaks protocol 6. */
    public static Path notebookProvider() {
        return had("notebook", () -> NOTEBOOK.provide(CACHE));
    }

    /** Terraform as the machine has it; OpenTofu stands in where it has none. */
    public static Path terraform() {
        Optional<Path> present = SearchPath.find("terraform");
        return present.isPresent() ? present.get() : tofu();
    }

    /** A Python interpreter that can run {@code -m moto.server}. */
    public static Path pythonWithMoto() {
        return had("moto", () -> new MotoPython("5.2.1").provide(CACHE));
    }

    /** The words before a command that may mount what it likes where nobody else sees it. */
    public static List<String> ownMounts() {
        return had("a mount namespace", () -> {
            List<String> words = List.of("unshare", "--map-root-user", "--mount");
            String folder = System.getProperty("java.io.tmpdir");
            Command.of(Stream.concat(words.stream(), Stream.of("mount", "-t", "tmpfs", "tmpfs", folder))
                            .toArray())
                    .output();
            return words;
        });
    }

    /** The words before a command that has the loopback interface, and its processes, for itself; all of them end with it. */
    public static List<String> ownNetwork() {
        return had("a network namespace", () -> {
            List<String> words =
                    List.of("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--mount-proc");
            Command.of(Stream.concat(words.stream(), Stream.of("ip", "link", "set", "lo", "up"))
                            .toArray())
                    .output();
            return words;
        });
    }

    /** The words before a command that Ctrl-C reaches, also where whoever runs the tests ignores it, as what a shell starts in the background does. */
    public static List<String> interruptible() {
        return had("a program that Ctrl-C reaches", () -> {
            List<String> words = List.of("env", "--default-signal=INT");
            Command.of("true").behind(words).output();
            return words;
        });
    }

    private static <T> T had(String tool, Search<T> search) {
        try {
            return search.find();
        } catch (IOException e) {
            throw missing(tool, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing(tool, e);
        }
    }

    private static RuntimeException missing(String tool, Exception reason) {
        String message = "%s cannot be had on this machine: %s".formatted(tool, reason.getMessage());
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionFailedError(message, reason);
        }
        System.err.println("SKIPPED: " + message);
        return new TestAbortedException(message, reason);
    }

    /** A way to a tool that can fail. */
    private interface Search<T> {
        T find() throws IOException, InterruptedException;
    }
}
