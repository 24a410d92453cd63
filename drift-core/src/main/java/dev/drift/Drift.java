package dev.drift;

import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.StackCatalog;
import java.util.Optional;

/**
 * Which stacks no longer match what was last applied?
 *
 * <pre>{@code
 * DriftReport report = Drift.over(catalog)
 *         .probing(probe)
 *         .judgedBy(rules)
 *         .selecting(Selector.parse("Environment:prod,Region:eu-central-1"))
 *         .build()
 *         .execute()
 *         .report();
 * }</pre>
 */
public final class Drift {

    private Drift() {}

    /** Starts to describe a run over the stacks of a catalog. */
    public static DriftRun.Builder over(StackCatalog catalog) {
        return new DriftRun.Builder(catalog);
    }

    /**
     * Starts to describe a preview of the stacks of a catalog that a change concerns.
     *
     * <pre>{@code
     * PreviewReport preview = Drift.preview(catalog, changes)
     *         .checking(code)
     *         .planning(probe)
     *         .judgedBy(rules)
     *         .build()
     *         .execute()
     *         .report();
     * }</pre>
     */
    public static PreviewRun.Builder preview(StackCatalog catalog, ChangedStacks changes) {
        return new PreviewRun.Builder(catalog, changes);
    }

    /** The version of this library, as its jar says; {@code development} where it runs from classes. */
    public static String version() {
        return Optional.ofNullable(Drift.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
