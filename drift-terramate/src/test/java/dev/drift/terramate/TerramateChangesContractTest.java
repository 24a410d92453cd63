package dev.drift.terramate;

import dev.drift.catalog.ChangedStacks;
import dev.drift.testing.ChangedStacksContract;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

class TerramateChangesContractTest extends ChangedStacksContract {

    @TempDir
    Path root = Path.of("");

    @Override
    protected ChangedStacks changes(Set<String> stacks, Set<String> changed) {
        History history = History.begun(root).commit();
        stacks.forEach(path -> history.with(path.substring(1) + "/stack.tm", "stack {}"));
        history.commit();
        changed.forEach(path -> history.with(path.substring(1) + "/main.tf", "# changed"));
        history.commit();
        return TerramateChanges.in(TerramateCatalog.at(root), History.USER);
    }

    @Override
    protected ChangedStacks unreadable() {
        new Sources(root).with("root.tm", "terramate {\n  required_version = \">= 0.1\"\n}\n");
        return TerramateChanges.in(TerramateCatalog.at(root), History.USER);
    }
}
