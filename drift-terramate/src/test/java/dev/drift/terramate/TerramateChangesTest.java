package dev.drift.terramate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.catalog.CatalogException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of changes. Which stacks are named is held against the real program elsewhere. */
class TerramateChangesTest {

    private static final String STACK = "stack {}\n";

    @TempDir
    Path root = Path.of("");

    @Test
    void namesTheFileThatChanged() {
        branch("a/stack.tm", STACK).with("a/deep/main.tf", "").commit();

        assertThat(whys()).containsExactly("/a: /a/deep/main.tf changed");
    }

    @Test
    void namesStacksThatAreNotThereAnyMore() {
        branch(
                        "a/stack.tm", STACK,
                        "b/stack.tm.hcl", "stack \"labelled\" {\n  name = \"b\"\n}\n",
                        "c/stack.tm", STACK,
                        "d/plain.tm", "globals {\n  stack = 1\n}\n",
                        "kept/one.tm", STACK)
                .git("rm", "-q", "a/stack.tm", "d/plain.tm")
                .git("mv", "b", "moved")
                .git("mv", "kept/one.tm", "kept/other.tm")
                .commit()
                .git("rm", "-q", "c/stack.tm");

        assertThat(changes("main").deleted().stream().map(Object::toString)).containsExactly("/a", "/b", "/c");
    }

    @Test
    void namesNoDeletedStackWhereNoneWas() {
        branch("a/stack.tm", STACK).with("a/main.tf", "").commit();

        assertThat(changes("main").deleted()).isEmpty();
        assertThat(changes("main").base().orElseThrow()).matches("[0-9a-f]{40}");
    }

    @Test
    void namesTheTriggerAndItsReason() {
        branch("a/stack.tm", STACK)
                .with(".tmtriggers/a/one.tm.hcl", "trigger {\n  ctime = 1\n  reason = \"new certificate\"\n}\n");

        assertThat(whys()).containsExactly("/a: triggered by /.tmtriggers/a/one.tm.hcl: new certificate");
    }

    @Test
    void namesTheWatchedFile() {
        branch("a/stack.tm", "stack {\n  watch = [\"../shared.txt\"]\n}\n").with("shared.txt", "");

        assertThat(whys()).containsExactly("/a: /shared.txt, which is watched, changed");
    }

    @Test
    void namesTheFileAndTheModule() {
        branch("a/stack.tm", STACK, "a/main.tf", "module \"m\" {\n  source = \"../m\"\n}\n", "m/main.tf", "")
                .with("m/deep/new.txt", "");

        assertThat(whys()).containsExactly("/a: /m/deep/new.txt in module /m changed");
    }

    @Test
    void namesTheFileThatTerragruntReads() {
        branch("a/stack.tm", STACK, "a/terragrunt.hcl", "include {\n  path = \"../root.hcl\"\n}\n", "root.hcl", "")
                .with("root.hcl", "# other");

        assertThat(whys()).containsExactly("/a: /root.hcl, which Terragrunt reads, changed");
    }

    @Test
    void namesWhatCannotBeToldWithoutTerragrunt() {
        branch("a/stack.tm", STACK, "a/terragrunt.hcl", "locals {\n  a = file(run_cmd(\"x\"))\n}\n")
                .with("other.txt", "");

        assertThat(whys())
                .containsExactly("/a: what a/terragrunt.hcl:2:7 reads cannot be told, so it may have changed");
    }

    @Test
    void namesTheFileThatBreaksTheSearch() {
        branch("a/stack.tm", STACK, "a/main.tf", "module \"m\" {")
                .with("other.txt", "")
                .commit();

        assertRefused("a/main.tf:1:12: The block");
    }

    @Test
    void namesTheCallOfAModuleThatIsNotThere() {
        branch("a/stack.tm", STACK, "a/main.tf", "\nmodule \"m\" {\n  source = \"../m\"\n}\n")
                .with("other.txt", "");

        assertRefused("a/main.tf:2:1: There is no module at \"../m\"");
    }

    @Test
    void saysThatThereIsNoRepository() {
        new Sources(root).with("root.tm", "terramate {\n  required_version = \">= 0.1\"\n}\n");

        assertRefused("is no git repository, so nothing tells what changed");
    }

    @Test
    void saysThatThereIsNoCommit() {
        History.begun(root);

        assertRefused("This is the first commit, so there is none before it to compare with; name a base");
    }

    @Test
    void saysThatTheBaseIsUnknown() {
        branch("a/stack.tm", STACK);

        assertThatThrownBy(() -> changes("nowhere").changed())
                .isInstanceOf(CatalogException.class)
                .hasMessage("There is no commit \"nowhere\" here; fetch it");
    }

    @Test
    void saysThatTheCloneIsShallow(@TempDir Path origin) {
        History.begun(origin).with("a/stack.tm", STACK).commit().commit();
        History.begun(root).git("fetch", "--quiet", "--depth=1", origin.toUri().toString(), "main");
        History.begun(root).git("reset", "--quiet", "--hard", "FETCH_HEAD");

        assertRefused("the clone is shallow: fetch the whole history, or name a base that is there");
        assertThatThrownBy(() -> changes("HEAD~1").changed()).hasMessageContaining("the clone is shallow");
    }

    @Test
    void saysThatThereIsNothingToCompareWith() {
        History.begun(root)
                .commit()
                .commit()
                .git("checkout", "--quiet", "-b", "work")
                .git("branch", "-D", "main");

        assertRefused("There is neither a branch origin/main nor a branch main to compare with; name a base");
    }

    @Test
    void saysThatHistoriesHaveNothingInCommon() {
        History.begun(root).commit().commit().git("checkout", "--quiet", "--orphan", "work");
        new History(root).with("a/stack.tm", STACK).commit().commit();

        assertRefused("HEAD and main have no commit in common");
    }

    @Test
    void searchesAnotherWorkTreeOfTheRepository(@TempDir Path place) {
        branch("a/stack.tm", STACK, "b/stack.tm", STACK)
                .with("a/main.tf", "")
                .commit()
                .git("checkout", "--quiet", "main");
        Path tree = place.resolve("tree");
        new History(root).git("worktree", "add", "--quiet", tree.toString(), "work");

        assertThat(whys(TerramateChanges.in(TerramateCatalog.at(tree), History.USER)))
                .containsExactly("/a: /a/main.tf changed");
    }

    @Test
    void seesWhatChangesFromCallToCall() {
        History history = branch("a/stack.tm", STACK);
        TerramateChanges changes = TerramateChanges.in(TerramateCatalog.at(root), History.USER);

        assertThat(changes.changed()).isEmpty();
        history.with("a/main.tf", "");
        assertThat(changes.changed()).hasSize(1);
    }

    /** On a branch of the same name as in every sentence here: work. */
    private History branch(String... files) {
        History history = History.begun(root).commit();
        for (int at = 0; at < files.length; at += 2) {
            history.with(files[at], files[at + 1]);
        }
        return history.commit().git("checkout", "--quiet", "-b", "work");
    }

    private TerramateChanges changes(String base) {
        return TerramateChanges.in(
                TerramateCatalog.at(root, TerramateSettings.standard().since(base)), History.USER);
    }

    private List<String> whys() {
        return whys(TerramateChanges.in(TerramateCatalog.at(root), History.USER));
    }

    private static List<String> whys(TerramateChanges changes) {
        return changes.changed().stream()
                .map(change -> change.stack() + ": " + change.why())
                .toList();
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::whys).isInstanceOf(CatalogException.class).hasMessageContaining(message);
    }
}
