package dev.drift.terramate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.catalog.ChangedStacks;
import dev.drift.terramate.change.Safeguard;
import dev.drift.testing.ChangedStacksContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncommittedStacksTest extends ChangedStacksContract {

    private static final String STACK = "stack {}\n";

    @TempDir
    Path root = Path.of("");

    @Override
    protected ChangedStacks changes(Set<String> stacks, Set<String> changed) {
        History history = History.begun(root);
        stacks.forEach(path -> history.with(path.substring(1) + "/stack.tm", STACK));
        history.commit();
        changed.forEach(path -> history.with(path.substring(1) + "/main.tf", "# new"));
        return uncommitted(EnumSet.allOf(Safeguard.class));
    }

    @Override
    protected ChangedStacks unreadable() {
        History.begun(root).with("root.tm", "terramate {");
        return uncommitted(EnumSet.allOf(Safeguard.class));
    }

    @Test
    void seesWhatIsStagedChangedAddedDeletedAndUntracked() {
        committed("a", "b", "c", "d", "e")
                .with("a/main.tf", "# changed")
                .with("b/new.tf", "")
                .with("c/main.tf", "# staged")
                .git("add", "c/main.tf")
                .git("rm", "-q", "d/main.tf");

        assertThat(whys(EnumSet.allOf(Safeguard.class)))
                .containsExactly(
                        "/a: /a/main.tf changed",
                        "/b: /b/new.tf changed",
                        "/c: /c/main.tf changed",
                        "/d: /d/main.tf changed");
        assertThat(whys(EnumSet.of(Safeguard.GIT_UNTRACKED))).containsExactly("/b: /b/new.tf changed");
        assertThat(whys(EnumSet.of(Safeguard.GIT_UNCOMMITTED))).hasSize(3).noneMatch(why -> why.startsWith("/b"));
        assertThat(whys(EnumSet.noneOf(Safeguard.class))).isEmpty();
    }

    @Test
    void seesWhatTheCodeIsMadeOfElsewhere() {
        committed("a", "deep/b", "deep/c")
                .with("a/main.tf", "module \"m\" {\n  source = \"../m\"\n}\n")
                .with("m/main.tf", "")
                .commit()
                .with("m/main.tf", "# changed")
                .with("deep/globals.tm", "globals {\n  a = 1\n}\n")
                .with("notes.txt", "");

        assertThat(whys(EnumSet.allOf(Safeguard.class)))
                .containsExactly(
                        "/a: /m/main.tf in module /m changed",
                        "/deep/b: /deep/globals.tm changed",
                        "/deep/c: /deep/globals.tm changed");
    }

    @Test
    void overlooksWhatToolsLeaveAndWhatTheProjectDoesNotCountAsAChangeIsSeen() {
        committed("a", "b")
                .with("a/terraform.tfstate", "{}")
                .with("a/terraform.tfstate.backup", "{}")
                .with("a/.terraform.tfstate.lock.info", "{}")
                .with("a/.terraform/providers/x", "")
                .with("a/.terragrunt-cache/x/main.tf", "")
                .with("a/errored.tfstate", "{}")
                .with(".tmtriggers/a/one.tm.hcl", "trigger {\n  ctime = 1\n  reason = \"x\"\n}\n");
        assertThat(whys(EnumSet.allOf(Safeguard.class))).isEmpty();

        new History(root).with("root.tm", """
                        terramate {
                          config {
                            change_detection {
                              git {
                                untracked = false
                              }
                            }
                          }
                        }
                        """).commit().with("b/new.tf", "");

        assertThat(whys(EnumSet.allOf(Safeguard.class))).containsExactly("/b: /b/new.tf changed");
    }

    @Test
    void knowsOfNothingOutsideOfARepository() throws IOException {
        new Sources(root)
                .with("root.tm", "terramate {\n  required_version = \">= 0.1\"\n}\n")
                .with("a/stack.tm", STACK);

        assertThat(Files.exists(root.resolve(".git"))).isFalse();
        assertThat(whys(EnumSet.allOf(Safeguard.class))).isEmpty();
    }

    private History committed(String... stacks) {
        History history = History.begun(root);
        for (String stack : stacks) {
            history.with(stack + "/stack.tm", STACK).with(stack + "/main.tf", "");
        }
        return history.commit();
    }

    private ChangedStacks uncommitted(Set<Safeguard> kept) {
        return UncommittedStacks.in(TerramateCatalog.at(root), History.USER, kept);
    }

    private List<String> whys(Set<Safeguard> kept) {
        return uncommitted(kept).changed().stream()
                .map(change -> change.stack().path() + ": " + change.why())
                .toList();
    }
}
