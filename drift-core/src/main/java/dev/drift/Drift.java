package dev.drift;

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

    /** The version of this library, as its jar says; {@code development} where it runs from classes. */
    public static String version() {
        return Optional.ofNullable(Drift.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
