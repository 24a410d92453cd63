package dev.drift.terramate;

import dev.drift.catalog.StackCatalog;
import dev.drift.testing.StackCatalogContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

class TerramateCatalogContractTest extends StackCatalogContract {

    @TempDir
    Path root = Path.of("");

    @Override
    protected StackCatalog catalog(Map<String, Set<String>> dependencies) {
        Sources sources = new Sources(root).asRepository();
        dependencies.forEach((path, after) -> sources.with(
                path.substring(1) + "/stack.tm",
                after.stream()
                        .map(dependency -> "\"" + dependency + "\"")
                        .collect(Collectors.joining(", ", "stack {\n  after = [", "]\n}\n"))));
        return TerramateCatalog.at(root);
    }

    @Override
    protected StackCatalog unreadable() {
        new Sources(root).asRepository().with("a/stack.tm", "stack {}").with("b/stack.tm", "stack {");
        return TerramateCatalog.at(root);
    }
}
