package dev.drift.catalog;

import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.StackCatalogContract;
import dev.drift.testing.Stacks;
import java.util.Map;
import java.util.Set;

class InMemoryCatalogTest extends StackCatalogContract {

    @Override
    protected StackCatalog catalog(Map<String, Set<String>> dependencies) {
        InMemoryCatalog catalog = InMemoryCatalog.of(
                dependencies.keySet().stream().map(Stacks::stack).toList());
        for (Map.Entry<String, Set<String>> stack : dependencies.entrySet()) {
            catalog = catalog.ordering(
                    Stacks.stack(stack.getKey()), stack.getValue().toArray(new String[0]));
        }
        return catalog;
    }

    @Override
    protected StackCatalog unreadable() {
        return InMemoryCatalog.unreadable("The list is torn");
    }
}
